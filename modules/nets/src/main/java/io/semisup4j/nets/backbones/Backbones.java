package io.semisup4j.nets.backbones;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The backbones that PAWS's configurations name. */
public final class Backbones {
    private static final Pattern WIDE_RESNET = Pattern.compile("wide_resnet(\\d{1,4})w(\\d{1,3})");
    private static final Pattern NARROW_RESNET = Pattern.compile("narrow_resnet(\\d{1,4})w(\\d{1,3})");
    private static final int LAYERS_A_ROUND = 12;
    private static final Map<String, Backbone> NAMED = named();

    private Backbones() {}

    private static Map<String, Backbone> named() {
        Map<String, Backbone> nets = new LinkedHashMap<>();
        nets.put("wide_resnet28w2", new WideResNet(28, 2));
        nets.put("resnet50", ResNet.of(1, 3, 4, 6, 3));
        nets.put("resnet50w2", ResNet.of(2, 3, 4, 6, 3));
        nets.put("resnet50w4", ResNet.of(4, 3, 4, 6, 3));
        nets.put("resnet101", ResNet.of(1, 3, 4, 23, 3));
        nets.put("resnet101w2", ResNet.of(2, 3, 4, 23, 3));
        // Published under 151; it is the network of 152 layers.
        nets.put("resnet151", ResNet.of(1, 3, 8, 36, 3));
        nets.put("resnet151w2", ResNet.of(2, 3, 8, 36, 3));
        nets.put("resnet152", ResNet.of(1, 3, 8, 36, 3));
        nets.put("resnet152w2", ResNet.of(2, 3, 8, 36, 3));
        nets.put("resnet200", ResNet.of(1, 3, 24, 36, 3));
        nets.put("resnet200w2", ResNet.of(2, 3, 24, 36, 3));
        return nets;
    }

    /** All known names. */
    public static Set<String> names() {
        return NAMED.keySet();
    }

    /** Why there is no backbone of that name, for a user; empty if there is one. */
    public static Optional<String> problem(String name) {
        try {
            named(name);
            return Optional.empty();
        } catch (IllegalArgumentException unknown) {
            return Optional.of(unknown.getMessage());
        }
    }

    /**
     * The backbone of that name; besides the known ones any {@code wide_resnetDEPTHwWIDTH}, for example {@code
     * wide_resnet10w2}, and any {@code narrow_resnetDEPTHwWIDTH}, a ResNet with equally many bottleneck blocks in its
     * four stages and a width per group below 64, for example {@code narrow_resnet14w32}.
     *
     * @throws IllegalArgumentException listing the known names
     */
    public static Backbone named(String name) {
        Matcher wide = WIDE_RESNET.matcher(name);
        if (wide.matches()) {
            return new WideResNet(Integer.parseInt(wide.group(1)), Integer.parseInt(wide.group(2)));
        }
        Matcher narrow = NARROW_RESNET.matcher(name);
        if (narrow.matches()) {
            return narrow(name, Integer.parseInt(narrow.group(1)), Integer.parseInt(narrow.group(2)));
        }
        Backbone net = NAMED.get(name);
        if (net == null) {
            throw new IllegalArgumentException("there is no backbone '" + name + "'; the known ones are "
                    + String.join(", ", names()) + ", wide_resnet<depth>w<width> for any depth of 6 n + 4, and"
                    + " narrow_resnet<depth>w<width> for any depth of 12 n + 2");
        }
        return net;
    }

    private static Backbone narrow(String name, int depth, int width) {
        int blocks = (depth - 2) / LAYERS_A_ROUND;
        if (blocks < 1 || depth != LAYERS_A_ROUND * blocks + 2) {
            throw new IllegalArgumentException(
                    "there is no backbone '" + name + "'; a narrow_resnet has a depth of 12 n + 2 (14, 26, 38, ...)");
        }
        return new ResNet(List.of(blocks, blocks, blocks, blocks), width, 1);
    }
}
