package io.semisup4j.weights.torch;

import io.semisup4j.weights.DType;
import io.semisup4j.weights.WeightsException;
import io.semisup4j.weights.pickle.Vocabulary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The few Python objects that a file of tensors needs; everything else is refused by its name. */
final class TorchVocabulary implements Vocabulary {
    private static final Map<String, DType> STORAGES = Map.of(
            "torch.FloatStorage", DType.FLOAT32,
            "torch.DoubleStorage", DType.FLOAT64,
            "torch.HalfStorage", DType.FLOAT16,
            "torch.BFloat16Storage", DType.BFLOAT16,
            "torch.LongStorage", DType.INT64,
            "torch.IntStorage", DType.INT32,
            "torch.ShortStorage", DType.INT16,
            "torch.CharStorage", DType.INT8,
            "torch.ByteStorage", DType.UINT8,
            "torch.BoolStorage", DType.BOOL);

    private static final int LONGEST_KEY = 100;

    private final String file;
    private final StorageLoader storages;
    private final Namespaces namespaces = new Namespaces();
    private final Map<String, Object> globals;

    /** @param storages finds the storages of this file */
    TorchVocabulary(String file, StorageLoader storages) {
        this.file = file;
        this.storages = storages;
        Map<String, Object> allowed = new TreeMap<>(STORAGES);
        allowed.put("collections.OrderedDict", (Function) this::orderedDict);
        allowed.put("torch._utils._rebuild_tensor_v2", new RebuildTensor(file));
        allowed.put("torch._utils._rebuild_parameter", (Function) this::parameter);
        allowed.put("argparse.Namespace", (Function) namespaces::make);
        allowed.putAll(new NumpyScalars(file).globals());
        this.globals = Collections.unmodifiableMap(allowed);
    }

    @Override
    public Object global(String module, String name) {
        String full = module + "." + name;
        Object meaning = globals.get(full);
        if (meaning == null) {
            throw new WeightsException(file + " wants the Python object " + shown(full)
                    + ", which is not on the list of"
                    + " what weights need, so the file was refused and nothing was run. If you trust it, load it in"
                    + " Python and save only tensors, numbers and texts, for example torch.save({'encoder':"
                    + " checkpoint['encoder']}, 'clean.pth'). On the list: " + String.join(", ", globals.keySet())
                    + ".");
        }
        return meaning;
    }

    /** A name from an untrusted file, without control characters and of bounded length. */
    private static String shown(String name) {
        String printable = name.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= 200 ? printable : printable.substring(0, 200) + "...";
    }

    private Object orderedDict(List<?> arguments) {
        if (!arguments.isEmpty()) {
            throw fail("an OrderedDict is made with arguments");
        }
        return new LinkedHashMap<>();
    }

    /** {@code _rebuild_parameter(data, requires_grad, backward_hooks)} is its tensor. */
    private Object parameter(List<?> arguments) {
        if (arguments.isEmpty() || !(arguments.get(0) instanceof TorchTensor tensor)) {
            throw fail("a parameter is made of what is not a tensor");
        }
        return tensor;
    }

    /** A storage: {@code ("storage", type, key, device, count)}; the old format adds what must be None. */
    @Override
    public Object persistent(Object id) {
        if (!(id instanceof List<?> list)
                || list.size() < 5
                || !"storage".equals(list.get(0))
                || !(list.get(1) instanceof DType dtype)
                || !(list.get(2) instanceof String key)
                || !(list.get(4) instanceof Long count)) {
            throw fail("a storage is not described by type, key, device and size");
        }
        if (list.size() > 5 && list.get(5) != null) {
            throw new WeightsException(file + " has a storage that is a view of another one, a form that torch gave up"
                    + " long ago. Load and save it with a current torch.");
        }
        if (key.length() > LONGEST_KEY) {
            throw fail("a storage has a name of " + key.length() + " characters");
        }
        if (count < 0 || count > Long.MAX_VALUE / 16) {
            throw fail("the storage '" + key + "' has the impossible size " + count);
        }
        return storages.load(key, dtype, count);
    }

    /** State dictionaries carry an attribute {@code _metadata} (module versions), which weights do not need. */
    @Override
    public void build(Object target, Object state) {
        if (target instanceof NumpyScalars.Format format && format.describes(state)) {
            return;
        }
        if (namespaces.fill(target, state)) {
            return;
        }
        if (!(target instanceof LinkedHashMap<?, ?>) || !(state instanceof Map<?, ?> attributes)) {
            throw fail("attributes are given to what is not an OrderedDict");
        }
        if (!attributes.keySet().equals(Set.of("_metadata")) && !attributes.isEmpty()) {
            List<String> names = attributes.keySet().stream()
                    .limit(5)
                    .map(name -> shown(String.valueOf(name)))
                    .toList();
            throw fail(
                    "an OrderedDict has attributes (" + String.join(", ", names) + ") where only _metadata is known");
        }
    }

    private WeightsException fail(String text) {
        return new WeightsException(file + " is damaged or not a torch checkpoint: " + text + ".");
    }

    /** Finds a storage of the file at hand. */
    @FunctionalInterface
    interface StorageLoader {
        TorchStorage load(String key, DType dtype, long count);
    }
}
