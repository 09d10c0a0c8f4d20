package lichen.model.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.core.feature.Architecture;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Margins;
import lichen.core.tensor.Pooling;
import lichen.model.operation.Add;
import lichen.model.operation.Concatenate;
import lichen.model.operation.Convolve;
import lichen.model.operation.ConvolveDepthwise;
import lichen.model.operation.Extend;
import lichen.model.operation.Operation;
import lichen.model.operation.Pool;
import lichen.model.operation.Relu;
import lichen.model.operation.ScaleShift;

/**
 * The plainest evaluation of a graph, in float64, written from the definitions: what every faster one must agree with.
 * Padding "same" as TensorFlow has it: {@code ceil(extent / stride)} outputs, an odd row or column of padding at the end.
 */
public final class NaiveEvaluator {
    private NaiveEvaluator() {}

    /** The output of every node by name, and the image itself, in the order of computation. */
    public static Map<String, Maps> evaluate(Graph graph, Maps image) {
        Map<String, Maps> maps = new LinkedHashMap<>();
        maps.put(Architecture.IMAGE, image);
        for (Node node : graph.nodes()) {
            maps.put(
                    node.name(),
                    apply(
                            node.operation(),
                            node.inputs().stream().map(maps::get).toList()));
        }
        return maps;
    }

    private static Maps apply(Operation operation, List<Maps> inputs) {
        Maps x = inputs.get(0);
        if (operation instanceof Convolve convolve) {
            return convolve(convolve, x);
        } else if (operation instanceof Pool pool) {
            return pool(pool, x);
        } else if (operation instanceof Concatenate) {
            return concatenate(inputs);
        } else if (operation instanceof Extend extend) {
            return extend(extend, x);
        } else if (operation instanceof ConvolveDepthwise convolve) {
            return convolveDepthwise(convolve, x);
        } else if (operation instanceof Add) {
            return add(inputs);
        }
        Maps y = Maps.zeros(x.height(), x.width(), x.channels());
        for (int i = 0; i < x.values().length; i++) {
            int c = i % x.channels();
            double value = x.values()[i];
            if (operation instanceof ScaleShift affine) {
                y.values()[i] = affine.scale()[c] * value + affine.shift()[c];
            } else if (operation instanceof Relu relu) {
                y.values()[i] = Math.min(Math.max(value, 0), relu.maximum());
            }
        }
        return y;
    }

    private static Maps add(List<Maps> inputs) {
        Maps sum = Maps.zeros(
                inputs.get(0).height(), inputs.get(0).width(), inputs.get(0).channels());
        for (Maps x : inputs) {
            for (int i = 0; i < sum.values().length; i++) {
                sum.values()[i] += x.values()[i];
            }
        }
        return sum;
    }

    private static Maps extend(Extend extend, Maps x) {
        Margins margins = extend.margins();
        Maps y = Maps.zeros(x.height() + margins.rows(), x.width() + margins.columns(), x.channels());
        for (int i = 0; i < y.values().length; i++) {
            int row = place(extend, i / x.channels() / y.width() - margins.top(), x.height());
            int column = place(extend, i / x.channels() % y.width() - margins.left(), x.width());
            y.values()[i] = row < 0 || column < 0 ? 0 : x.at(row, column, i % x.channels());
        }
        return y;
    }

    private static int place(Extend extend, int i, int extent) {
        return switch (extend.kind()) {
            case REFLECT -> i < 0 ? -i : i >= extent ? 2 * extent - 2 - i : i;
            case CIRCULAR -> (i + 100 * extent) % extent;
            case ZERO -> i < extent ? i : -1;
        };
    }

    private static Maps convolveDepthwise(ConvolveDepthwise convolve, Maps x) {
        Maps y = outputOf(convolve.geometry(), x, x.channels());
        double[] weights = convolve.weights().doubles();
        for (int row = 0; row < y.height(); row++) {
            for (int column = 0; column < y.width(); column++) {
                List<int[]> window = window(convolve.geometry(), x, row, column);
                for (int c = 0; c < x.channels(); c++) {
                    double sum = convolve.bias().values()[c];
                    for (int[] tap : window) {
                        int weight = (tap[0] * convolve.geometry().kernelWidth() + tap[1]) * x.channels() + c;
                        sum += weights[weight] * x.at(tap[2], tap[3], c);
                    }
                    y.values()[(row * y.width() + column) * x.channels() + c] = sum;
                }
            }
        }
        return y;
    }

    private static Maps convolve(Convolve convolve, Maps x) {
        Convolution geometry = convolve.geometry();
        int outputs = convolve.outputs();
        int inputs = convolve.inputs();
        double[] weights = convolve.weights().doubles();
        Maps y = outputOf(geometry, x, outputs);
        for (int row = 0; row < y.height(); row++) {
            for (int column = 0; column < y.width(); column++) {
                List<int[]> window = window(geometry, x, row, column);
                for (int o = 0; o < outputs; o++) {
                    double sum = convolve.bias().values()[o];
                    for (int[] tap : window) {
                        int weight =
                                ((o * geometry.kernelHeight() + tap[0]) * geometry.kernelWidth() + tap[1]) * inputs;
                        int pixel = (tap[2] * x.width() + tap[3]) * inputs;
                        for (int i = 0; i < inputs; i++) {
                            sum += weights[weight + i] * x.values()[pixel + i];
                        }
                    }
                    y.values()[(row * y.width() + column) * outputs + o] = convolve.relu() ? Math.max(sum, 0) : sum;
                }
            }
        }
        return y;
    }

    private static Maps pool(Pool pool, Maps x) {
        Maps y = outputOf(pool.geometry(), x, x.channels());
        for (int row = 0; row < y.height(); row++) {
            for (int column = 0; column < y.width(); column++) {
                List<int[]> window = window(pool.geometry(), x, row, column);
                for (int c = 0; c < x.channels(); c++) {
                    int channel = c;
                    var values = window.stream().mapToDouble(tap -> x.at(tap[2], tap[3], channel));
                    double value = pool.pooling() == Pooling.Kind.MAX
                            ? values.max().orElseThrow()
                            : values.average().orElseThrow();
                    y.values()[(row * y.width() + column) * x.channels() + c] = value;
                }
            }
        }
        return y;
    }

    private static Maps concatenate(List<Maps> inputs) {
        int channels = inputs.stream().mapToInt(Maps::channels).sum();
        Maps y = Maps.zeros(inputs.get(0).height(), inputs.get(0).width(), channels);
        int first = 0;
        for (Maps x : inputs) {
            for (int pixel = 0; pixel < x.height() * x.width(); pixel++) {
                System.arraycopy(x.values(), pixel * x.channels(), y.values(), pixel * channels + first, x.channels());
            }
            first += x.channels();
        }
        return y;
    }

    private static Maps outputOf(Convolution geometry, Maps x, int channels) {
        return Maps.zeros(
                extent(x.height(), geometry.kernelHeight(), geometry),
                extent(x.width(), geometry.kernelWidth(), geometry),
                channels);
    }

    private static int extent(int input, int kernel, Convolution geometry) {
        boolean same = geometry.padding() == Convolution.Padding.SAME;
        double windows = same ? input : input - kernel + 1;
        return (int) Math.ceil(windows / geometry.stride());
    }

    /** The taps {@code {kernel row, kernel column, row, column}} of a window that lie inside the image. */
    private static List<int[]> window(Convolution geometry, Maps x, int row, int column) {
        int top = row * geometry.stride() - before(x.height(), geometry.kernelHeight(), geometry);
        int left = column * geometry.stride() - before(x.width(), geometry.kernelWidth(), geometry);
        List<int[]> taps = new ArrayList<>();
        for (int ky = 0; ky < geometry.kernelHeight(); ky++) {
            for (int kx = 0; kx < geometry.kernelWidth(); kx++) {
                int y = top + ky;
                int z = left + kx;
                if (y >= 0 && y < x.height() && z >= 0 && z < x.width()) {
                    taps.add(new int[] {ky, kx, y, z});
                }
            }
        }
        return taps;
    }

    private static int before(int input, int kernel, Convolution geometry) {
        if (geometry.padding() == Convolution.Padding.VALID) {
            return 0;
        }
        int outputs = extent(input, kernel, geometry);
        return Math.max((outputs - 1) * geometry.stride() + kernel - input, 0) / 2;
    }
}
