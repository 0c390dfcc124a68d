package io.semisup4j.experiments.paws;

import io.semisup4j.data.drawn.DrawnFolder;
import io.semisup4j.data.drawn.FolderSpec;
import io.semisup4j.experiments.launch.Experiment;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Data sets of a few pictures in the published layouts, and the values that make an experiment fit them. */
public final class TinyData {
    private static final int CLASSES = 4;
    private static final int CIFAR_PIXELS = 3 * 32 * 32;

    private TinyData() {}

    /** Four classes; lists of 10 % and 1 % (four and three pictures a class) and a hold-out, apart from each other. */
    public static void writeImagenet(Path root) throws IOException {
        DrawnFolder.write(new FolderSpec(1, CLASSES, 6, 2, 24, 40), root);
        list(root.resolve("90percent.txt"), 1, 4);
        list(root.resolve("99percent.txt"), 1, 3);
        list(root.resolve("labeled.txt"), 1, 4);
        list(root.resolve("val.txt"), 5, 6);
    }

    private static void list(Path file, int first, int last) throws IOException {
        String lines = IntStream.range(0, CLASSES)
                .mapToObj(DrawnFolder::className)
                .flatMap(name -> IntStream.rangeClosed(first, last).mapToObj(i -> name + "_" + i + ".JPEG\n"))
                .collect(Collectors.joining());
        Files.writeString(file, lines);
    }

    /** All 50,000 training pictures, which the published lists count on, of one colour a class; 20 test pictures. */
    public static void writeCifar(Path root) throws IOException {
        Files.createDirectories(root);
        for (int file = 1; file <= 5; file++) {
            Files.write(root.resolve("data_batch_" + file + ".bin"), pictures(10_000));
        }
        Files.write(root.resolve("test_batch.bin"), pictures(20));
        Files.writeString(
                root.resolve("batches.meta.txt"),
                "airplane\nautomobile\nbird\ncat\ndeer\ndog\nfrog\nhorse\nship\ntruck\n");
    }

    private static byte[] pictures(int count) {
        byte[] bytes = new byte[count * (1 + CIFAR_PIXELS)];
        for (int i = 0; i < count; i++) {
            int from = i * (1 + CIFAR_PIXELS);
            bytes[from] = (byte) (i % 10);
            java.util.Arrays.fill(bytes, from + 1 + i % 10 * 200, from + 1 + CIFAR_PIXELS, (byte) (i % 251));
        }
        return bytes;
    }

    /** The experiment whose net an experiment begins with; empty for none. */
    public static String before(String name) {
        if (name.contains("-finetune-test")) {
            return name.replace("-test", "");
        }
        if (name.contains("-snn-eval") && name.contains("cifar10")) {
            return name.replace("-snn-eval", "-snn-finetune");
        }
        String pretraining = name.replaceAll("-(snn-finetune|finetune|snn-eval|linear)", "");
        return pretraining.equals(name) ? "" : pretraining;
    }

    /** Sizes by key, as far as the experiment has the key. */
    public static Map<String, String> sizes(Experiment<?> experiment) {
        boolean imagenet = experiment.name().contains("imagenet");
        String small = imagenet ? "16" : "8";
        Map<String, String> all = new LinkedHashMap<>();
        for (String method : new String[] {"paws.", "simclrCt."}) {
            all.put(method + "net.backbone", imagenet ? "narrow_resnet14w8" : "wide_resnet10w1");
            all.put(method + "net.outputDim", "8");
            all.put(method + "views.largeSize", small);
            all.put(method + "views.smallSize", "8");
            all.put(method + "batch.images", "4");
            all.put(method + "batch.supportClasses", "2");
            all.put(method + "batch.supportImages", "2");
        }
        all.put("batch.supportClasses", "2");
        all.put("batch.supportImages", "2");
        all.put("fineTuning.batch", "4");
        all.put("fineTuning.statisticsGroups", "2");
        all.put("fineTuning.size", small);
        all.put("linear.batch", "4");
        all.put("linear.size", small);
        all.put("softNn.size", small);
        all.put("softNn.chunk", "1000");
        all.put("supervised.batch", "4");
        all.put("size", small);
        all.put("run.limitIterations", "2");
        all.put("run.loaderThreads", "0");
        all.keySet().removeIf(key -> !exists(experiment.config().getClass(), key));
        return all;
    }

    private static boolean exists(Class<?> type, String key) {
        String first = key.replaceFirst("\\..*", "");
        if (!type.isRecord()) {
            return false;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getName().equals(first)) {
                return first.equals(key) || exists(component.getType(), key.substring(first.length() + 1));
            }
        }
        return false;
    }
}
