package io.semisup4j.nets.backbones;

import io.semisup4j.nets.state.NetState;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The vision transformer once more, element by element on Java arrays, for comparison. */
final class VisionTransformerLoops {
    private static final double EPSILON = 1e-6;

    private final VisionTransformer net;
    private final NetState state;
    private final int width;

    VisionTransformerLoops(VisionTransformer net, NetState state) {
        this.net = net;
        this.state = state;
        this.width = (int) net.width();
    }

    /** Logits of images [N, H, W, 3], row-major. */
    double[][] logits(float[] images, int count) {
        double[][] logits = new double[count][];
        int pixels = net.imageSize() * net.imageSize() * 3;
        for (int n = 0; n < count; n++) {
            double[][] tokens = embed(Arrays.copyOfRange(images, n * pixels, (n + 1) * pixels));
            for (int i = 0; i < net.blocks(); i++) {
                block("blocks." + i, tokens);
            }
            logits[n] = linear("head", normalise("norm", tokens[0]));
        }
        return logits;
    }

    private double[][] embed(float[] image) {
        int patch = net.patchSize();
        int side = net.imageSize() / patch;
        double[][] tokens = new double[1 + side * side][width];
        INDArray weight = array("patch_embed.proj.weight");
        for (int d = 0; d < width; d++) {
            tokens[0][d] = array("cls_token").getDouble(0, 0, d);
            for (int p = 0; p < side * side; p++) {
                double sum = array("patch_embed.proj.bias").getDouble(d);
                for (int y = 0; y < patch; y++) {
                    for (int x = 0; x < patch; x++) {
                        for (int c = 0; c < 3; c++) {
                            int row = p / side * patch + y;
                            int column = p % side * patch + x;
                            sum += weight.getDouble(y, x, c, d) * image[(row * net.imageSize() + column) * 3 + c];
                        }
                    }
                }
                tokens[1 + p][d] = sum;
            }
            for (int t = 0; t < tokens.length; t++) {
                tokens[t][d] += array("pos_embed").getDouble(0, t, d);
            }
        }
        return tokens;
    }

    private void block(String name, double[][] tokens) {
        double[][] qkv = new double[tokens.length][];
        for (int t = 0; t < tokens.length; t++) {
            qkv[t] = linear(name + ".attn.qkv", normalise(name + ".norm1", tokens[t]));
        }
        for (int t = 0; t < tokens.length; t++) {
            add(tokens[t], linear(name + ".attn.proj", attend(qkv, t)));
        }
        for (double[] token : tokens) {
            double[] hidden = linear(name + ".mlp.fc1", normalise(name + ".norm2", token));
            for (int i = 0; i < hidden.length; i++) {
                hidden[i] *= normalDistribution(hidden[i]);
            }
            add(token, linear(name + ".mlp.fc2", hidden));
        }
    }

    private double[] attend(double[][] qkv, int token) {
        double[] y = new double[width];
        int size = width / net.heads();
        for (int from = 0; from < width; from += size) {
            double[] weights = new double[qkv.length];
            double sum = 0;
            for (int other = 0; other < qkv.length; other++) {
                double score = 0;
                for (int d = from; d < from + size; d++) {
                    score += qkv[token][d] * qkv[other][width + d];
                }
                weights[other] = Math.exp(score / Math.sqrt(size));
                sum += weights[other];
            }
            for (int other = 0; other < qkv.length; other++) {
                for (int d = from; d < from + size; d++) {
                    y[d] += weights[other] / sum * qkv[other][2 * width + d];
                }
            }
        }
        return y;
    }

    private double[] linear(String name, double[] x) {
        INDArray weight = array(name + ".weight");
        INDArray bias = array(name + ".bias");
        double[] y = new double[(int) bias.length()];
        for (int o = 0; o < y.length; o++) {
            y[o] = bias.getDouble(o);
            for (int i = 0; i < x.length; i++) {
                y[o] += weight.getDouble(o, i) * x[i];
            }
        }
        return y;
    }

    private double[] normalise(String name, double[] x) {
        double mean = Arrays.stream(x).average().orElseThrow();
        double variance =
                Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double normalised = (x[i] - mean) / Math.sqrt(variance + EPSILON);
            y[i] = normalised * array(name + ".weight").getDouble(i)
                    + array(name + ".bias").getDouble(i);
        }
        return y;
    }

    /** Phi(x) by the series 1/2 + phi(x) (x + x^3/3 + x^5/(3 5) + ...), which converges for all x. */
    private static double normalDistribution(double x) {
        double term = x;
        double sum = x;
        for (int k = 3; Math.abs(term) > 1e-17; k += 2) {
            term *= x * x / k;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    private static void add(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] += y[i];
        }
    }

    private INDArray array(String name) {
        return state.layout().parameters().view(state.parameters(), name);
    }
}
