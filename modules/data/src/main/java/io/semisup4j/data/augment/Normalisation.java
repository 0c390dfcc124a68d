package io.semisup4j.data.augment;

import java.util.List;

/**
 * From grey levels to network input: {@code (level / 255 - mean) / deviation} in float32, a mean and a deviation for each
 * of red, green and blue, as torchvision's ToTensor and Normalize.
 */
public final class Normalisation {
    /** Of ImageNet's training pictures. */
    public static final Normalisation IMAGENET =
            new Normalisation(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225));

    /** Of CIFAR-10's training pictures, as PAWS has them. */
    public static final Normalisation CIFAR10 =
            new Normalisation(List.of(0.4914, 0.4822, 0.4465), List.of(0.2023, 0.1994, 0.2010));

    private final List<Double> mean;
    private final List<Double> deviation;
    /** The result for each level of each channel, 3 x 256. */
    private final float[][] tables = new float[Canvas.CHANNELS][256];

    /**
     * @param mean of red, green and blue, 0..1
     * @param deviation standard deviation of red, green and blue, more than 0
     */
    public Normalisation(List<Double> mean, List<Double> deviation) {
        if (mean.size() != Canvas.CHANNELS || deviation.size() != Canvas.CHANNELS) {
            throw new IllegalArgumentException("normalisation needs three means and three standard deviations (red, "
                    + "green, blue), but has " + mean + " and " + deviation);
        }
        this.mean = List.copyOf(mean);
        this.deviation = List.copyOf(deviation);
        for (int channel = 0; channel < Canvas.CHANNELS; channel++) {
            Checks.within("the mean of a channel", mean.get(channel), 0, 1);
            Checks.within("the standard deviation of a channel", deviation.get(channel), 1e-6, 1e6);
            float m = mean.get(channel).floatValue();
            float d = deviation.get(channel).floatValue();
            for (int level = 0; level < 256; level++) {
                tables[channel][level] = (level / 255f - m) / d;
            }
        }
    }

    /** Means of red, green and blue. */
    public List<Double> mean() {
        return mean;
    }

    /** Standard deviations of red, green and blue. */
    public List<Double> deviation() {
        return deviation;
    }

    /** Writes the picture on the canvas to {@code target} from {@code offset} on, {@code height x width x 3}. */
    public void write(Canvas canvas, float[] target, int offset) {
        byte[] pixels = canvas.pixels();
        int length = canvas.length();
        float[] red = tables[0];
        float[] green = tables[1];
        float[] blue = tables[2];
        for (int i = 0; i < length; i += Canvas.CHANNELS) {
            target[offset + i] = red[pixels[i] & 0xFF];
            target[offset + i + 1] = green[pixels[i + 1] & 0xFF];
            target[offset + i + 2] = blue[pixels[i + 2] & 0xFF];
        }
    }

    /** The grey levels of which {@link #write} has made these values; red, green and blue in turn, as unsigned bytes. */
    public byte[] levels(float[] values, int offset, int length) {
        byte[] levels = new byte[length];
        for (int i = 0; i < length; i++) {
            int channel = i % Canvas.CHANNELS;
            double level = 255 * (values[offset + i] * deviation.get(channel) + mean.get(channel));
            levels[i] = (byte) Math.max(0, Math.min(255, Math.round(level)));
        }
        return levels;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Normalisation o && mean.equals(o.mean) && deviation.equals(o.deviation);
    }

    @Override
    public int hashCode() {
        return 31 * mean.hashCode() + deviation.hashCode();
    }

    @Override
    public String toString() {
        return "Normalisation[mean=" + mean + ", deviation=" + deviation + "]";
    }
}
