package io.semisup4j.training.memory;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a stage takes of the memory.
 *
 * @param items what takes it
 */
public record MemoryNeed(List<Item> items) {

    /** Where memory is taken. */
    public enum Place {
        /** Java's heap. */
        HEAP,
        /** Outside the heap. */
        TENSORS
    }

    /**
     * One thing that takes memory.
     *
     * @param what a few words
     * @param bytes how much
     * @param scales whether it grows with the batch, as activations do, or stays, as parameters do
     */
    public record Item(String what, long bytes, Place place, boolean scales) {}

    public MemoryNeed {
        items = List.copyOf(items);
    }

    /** With one thing more. */
    public MemoryNeed and(Item item) {
        return and(new MemoryNeed(List.of(item)));
    }

    /** Both together. */
    public MemoryNeed and(MemoryNeed other) {
        return new MemoryNeed(
                Stream.concat(items.stream(), other.items().stream()).toList());
    }

    /** The same where another batch is asked about: nothing grows with that one. */
    public MemoryNeed steady() {
        return new MemoryNeed(items.stream()
                .map(item -> new Item(item.what(), item.bytes(), item.place(), false))
                .toList());
    }

    /** Bytes at one place. */
    public long at(Place place) {
        return items.stream()
                .filter(item -> item.place() == place)
                .mapToLong(Item::bytes)
                .sum();
    }

    /** Bytes of everything. */
    public long total() {
        return at(Place.HEAP) + at(Place.TENSORS);
    }

    /** What a batch so many times as large takes: whatever grows with the batch grows in proportion. */
    public MemoryNeed scaled(double factor) {
        return new MemoryNeed(items.stream()
                .map(item -> item.scales()
                        ? new Item(item.what(), (long) Math.ceil(item.bytes() * factor), item.place(), true)
                        : item)
                .toList());
    }

    /** For example "3.2 GB (plan 2.8 GB, parameters 65.3 MB)". */
    @Override
    public String toString() {
        return words(total())
                + items.stream()
                        .map(item -> item.what() + " " + words(item.bytes()))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    /** For example "2.8 GB" or "65.3 MB". */
    static String words(long bytes) {
        return bytes < 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
