package lichen.model.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import lichen.core.check.Require;
import lichen.core.image.Image;
import lichen.core.npy.NdArray;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.random.NormalDeviates;
import lichen.core.tensor.Convolution;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.operation.Add;
import lichen.model.operation.Convolve;
import lichen.model.operation.LeakyRelu;
import lichen.model.operation.Operation;
import lichen.model.operation.Sigmoid;
import lichen.model.operation.Upsample;

/**
 * Makes a picture again. A convolution of 5 x 5, two of 3 x 3 that halve it, blocks of two that are added to what they read, two that follow
 * an enlargement by 2, and one of 5 x 5 with a sigmoid; after each but the last a normalisation over the image and a leaky ReLU. The
 * channels are c, 2 c and 3 c at the three scales.
 *
 * <p>With the default 165,000 numbers, and 2.7 GFLOP for 256 x 256 pixels.
 *
 * <p>Source: Johnson, Alahi and Fei-Fei, "Perceptual losses for real-time style transfer and super-resolution" (2016); smaller, enlarged by
 * repetition in place of fractional strides, and normalised as by Ulyanov, Vedaldi and Lempitsky, "Instance normalization" (2016).
 *
 * @param channels at full size
 * @param blocks how many are added in the middle
 */
@Summary("makes a picture again in another style: smaller, blocks in the middle, and larger again")
public record FastStyle(
        @Default("16") @Summary("channels at full size") int channels,

        @Default("3") @Summary("blocks in the middle, each added to what it reads")
        int blocks)
        implements GeneratorSpec {
    private static final double SLOPE = 0.01;
    private static final int WIDE = 5;
    private static final int NARROW = 3;

    /** Checks the ranges. */
    public FastStyle {
        Require.atLeast(1, "channels", channels);
        Require.atLeast(0, "blocks", blocks);
    }

    @Override
    public Graph graph(RandomGenerator random) {
        Drawing drawing = new Drawing(random);
        int middle = 3 * channels;
        String maps = drawing.layer("wide", WIDE, 1, new Depths(Image.CHANNELS, channels), Generator.CONTENT.name());
        maps = drawing.layer("half", NARROW, 2, new Depths(channels, 2 * channels), maps);
        maps = drawing.layer("quarter", NARROW, 2, new Depths(2 * channels, middle), maps);
        for (int i = 1; i <= blocks; i++) {
            maps = drawing.block("block-" + i, middle, maps);
        }
        maps = drawing.larger("to-half", new Depths(middle, 2 * channels), maps);
        maps = drawing.larger("to-whole", new Depths(2 * channels, channels), maps);
        return drawing.image(maps);
    }

    /** Channels before and after. */
    private record Depths(int before, int after) {}

    /** A graph in the making; what adds nodes gives the name of the last. */
    private final class Drawing {
        private final RandomGenerator random;
        private final List<Node> nodes = new ArrayList<>();

        Drawing(RandomGenerator random) {
            this.random = random;
        }

        String layer(String name, int side, int stride, Depths depths, String input) {
            return add(name, new LeakyRelu(SLOPE), normalized(name, side, stride, depths, input));
        }

        String normalized(String name, int side, int stride, Depths depths, String input) {
            String conv = add(name + "-conv", convolution(side, stride, depths), input);
            nodes.addAll(Normalization.INSTANCE.after(conv, name + "-norm", depths.after));
            return name + "-norm";
        }

        String block(String name, int depth, String input) {
            Depths depths = new Depths(depth, depth);
            String first = layer(name + "-1", NARROW, 1, depths, input);
            String second = normalized(name + "-2", NARROW, 1, depths, first);
            return add(name, new Add(), input, second);
        }

        String larger(String name, Depths depths, String input) {
            return layer(name, NARROW, 1, depths, add(name + "-larger", new Upsample(2), input));
        }

        Graph image(String maps) {
            String colours = add("colours", convolution(WIDE, 1, new Depths(channels, Image.CHANNELS)), maps);
            add("picture", new Sigmoid(), colours);
            return new Graph(List.of(Generator.CONTENT), nodes);
        }

        private String add(String name, Operation operation, String... read) {
            nodes.add(new Node(name, operation, List.of(read)));
            return name;
        }

        /** Weights with the variance 1 / fan in; what follows does not see their scale, only how fast it changes. */
        private Convolve convolution(int side, int stride, Depths depths) {
            int fanIn = side * side * depths.before;
            float[] weights = NormalDeviates.deviates(depths.after * fanIn, random);
            for (int i = 0; i < weights.length; i++) {
                weights[i] /= (float) Math.sqrt(fanIn);
            }
            return new Convolve(
                    new Convolution(side, side, stride, Convolution.Padding.SAME),
                    NdArray.of(weights, depths.after, side, side, depths.before),
                    NdArray.of(new float[depths.after], depths.after),
                    false);
        }
    }
}
