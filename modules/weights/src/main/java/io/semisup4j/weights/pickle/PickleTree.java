package io.semisup4j.weights.pickle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a finished pickle unmodifiable, and refuses trees that would harm whoever walks them: containers inside
 * themselves, nesting beyond any real file, and small pickles that unfold to astronomic size because they share parts.
 */
final class PickleTree {
    private record Frozen(Object value, int height, long size) {}

    private final PickleInput in;
    private final Map<Object, Frozen> done = new IdentityHashMap<>();

    PickleTree(PickleInput in) {
        this.in = in;
    }

    Object freeze(Object root) {
        return freeze(root, 0).value();
    }

    private Frozen freeze(Object node, int depth) {
        if (!(node instanceof List<?>) && !(node instanceof Map<?, ?>)) {
            return new Frozen(node, 0, 1);
        }
        Frozen known = done.get(node);
        // A container that contains itself is followed until it is too deep, which takes DEPTH steps only.
        if (depth + (known == null ? 0 : known.height()) > PickleLimits.DEPTH) {
            throw in.fail("containers nested more than " + PickleLimits.DEPTH + " deep, or inside themselves");
        }
        if (known == null) {
            known = node instanceof List<?> list ? freezeList(list, depth) : freezeMap((Map<?, ?>) node, depth);
            done.put(node, known);
        }
        return known;
    }

    private Frozen freezeList(List<?> list, int depth) {
        List<Object> values = new ArrayList<>(list.size());
        int height = 0;
        long size = 1;
        for (Object item : list) {
            Frozen frozen = freeze(item, depth + 1);
            values.add(frozen.value());
            height = Math.max(height, frozen.height());
            size = grown(size, frozen);
        }
        return new Frozen(Collections.unmodifiableList(values), height + 1, size);
    }

    private Frozen freezeMap(Map<?, ?> map, int depth) {
        Map<Object, Object> values = new LinkedHashMap<>();
        int height = 0;
        long size = 1;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Frozen frozen = freeze(entry.getValue(), depth + 1);
            values.put(entry.getKey(), frozen.value());
            height = Math.max(height, frozen.height());
            size = grown(size, frozen);
        }
        return new Frozen(Collections.unmodifiableMap(values), height + 1, size);
    }

    private long grown(long size, Frozen part) {
        if (size + part.size() > PickleLimits.TREE) {
            throw in.fail("it unfolds to more than " + PickleLimits.TREE + " values");
        }
        return size + part.size();
    }
}
