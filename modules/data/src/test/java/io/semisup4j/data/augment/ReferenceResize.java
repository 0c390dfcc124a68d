package io.semisup4j.data.augment;

import io.semisup4j.data.image.Image;

/** Pillow's resize, pixel by pixel as its documentation defines it, for comparison with the fast one. */
final class ReferenceResize {
    private ReferenceResize() {}

    static Image of(Image source, int height, int width, ResampleFilter filter) {
        Image narrow = source.width() == width ? source : transpose(columns(transpose(source), width, filter));
        return narrow.height() == height ? narrow : columns(narrow, height, filter);
    }

    /** Resizes along the first axis. */
    private static Image columns(Image source, int out, ResampleFilter filter) {
        byte[] pixels = new byte[out * source.width() * 3];
        for (int o = 0, at = 0; o < out; o++) {
            for (int x = 0; x < source.width(); x++) {
                for (int c = 0; c < 3; c++, at++) {
                    pixels[at] = (byte) level(source, o, out, x, c, filter);
                }
            }
        }
        return new Image(out, source.width(), 3, pixels);
    }

    private static long level(Image source, int o, int out, int x, int c, ResampleFilter filter) {
        double scale = (double) source.height() / out;
        double stretch = Math.max(scale, 1);
        double reach = (filter == ResampleFilter.BILINEAR ? 1 : 2) * stretch;
        double center = (o + 0.5) * scale;
        long low = Math.max(0, (long) (center - reach + 0.5));
        long high = Math.min(source.height(), (long) (center + reach + 0.5));
        double total = 0;
        for (long i = low; i < high; i++) {
            total += weight((i - center + 0.5) / stretch, filter);
        }
        long sum = 1L << 21;
        for (long i = low; i < high; i++) {
            double share = weight((i - center + 0.5) / stretch, filter) / total * (1 << 22);
            sum += (long) (share + Math.copySign(0.5, share)) * source.at((int) i, x, c);
        }
        return Math.min(255, Math.max(0, sum >> 22));
    }

    private static double weight(double distance, ResampleFilter filter) {
        double x = Math.abs(distance);
        if (filter == ResampleFilter.BILINEAR) {
            return x < 1 ? 1 - x : 0;
        }
        return x < 1 ? 1.5 * x * x * x - 2.5 * x * x + 1 : x < 2 ? -0.5 * x * x * x + 2.5 * x * x - 4 * x + 2 : 0;
    }

    private static Image transpose(Image source) {
        byte[] pixels = new byte[source.pixels().length];
        for (int x = 0, at = 0; x < source.width(); x++) {
            for (int y = 0; y < source.height(); y++) {
                for (int c = 0; c < 3; c++, at++) {
                    pixels[at] = (byte) source.at(y, x, c);
                }
            }
        }
        return new Image(source.width(), source.height(), 3, pixels);
    }
}
