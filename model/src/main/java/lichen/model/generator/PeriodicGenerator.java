package lichen.model.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import lichen.core.check.Require;
import lichen.core.image.Image;
import lichen.core.npy.NdArray;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.random.NormalDeviates;
import lichen.core.tensor.Convolution;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import lichen.model.graph.Node;
import lichen.model.operation.Concatenate;
import lichen.model.operation.Convolve;
import lichen.model.operation.LeakyRelu;
import lichen.model.operation.Operation;
import lichen.model.operation.Oscillate;
import lichen.model.operation.Sigmoid;
import lichen.model.operation.Spread;
import lichen.model.operation.Upsample;

/**
 * Latents of three kinds, enlarged step by step. Local ones {@code [N,H/s,W/s,local]}, s = 2^doublings, differ from place to place;
 * a global vector says which texture it is; plane waves, whose wave vectors a small network makes of the global vector and whose
 * phases are drawn, give regular textures their grid. A convolution, then for each doubling an enlargement by 2 and a
 * convolution, with normalisation and leaky ReLU; the last one and a sigmoid give colours.
 *
 * <p>Without periods and with other numbers it is the decoder of a variational autoencoder.
 *
 * <p>Source: Bergmann, Jetchev and Vollgraf, "Learning texture manifolds with the periodic spatial GAN" (2017); nearest
 * enlargement in place of transposed convolutions, normal latents in place of even ones.
 *
 * @param local channels of the local latents
 * @param global numbers of the global vector
 * @param periods how many waves
 * @param channels channels of the maps in between
 * @param doublings how often maps are enlarged by 2
 * @param kernel side of the convolutions
 * @param normalization what keeps maps at one scale
 */
@Summary("local, global and periodic latents, enlarged step by step: for adversarial training, or as a decoder")
public record PeriodicGenerator(
        @Default("16") @Summary("channels of the latents that differ from place to place")
        int local,

        @Default("8") @Summary("numbers of the vector that says which texture it is; 0 for none")
        int global,

        @Default("4") @Summary("waves that give a grid; 0 for none")
        int periods,

        @Default("64") @Summary("channels of the maps in between")
        int channels,

        @Default("3") @Summary("how often maps are enlarged by 2")
        int doublings,

        @Default("5") @Summary("side of the convolutions, odd")
        int kernel,

        @Default("\"batch\"") @Summary("what keeps maps at one scale: batch or instance")
        Normalization normalization)
        implements GeneratorSpec {
    /** The input that says which texture it is. */
    public static final String GLOBAL = "global";

    private static final String LOCAL = "local";
    private static final String PHASE = "phase";
    private static final int HIDDEN = 32;
    private static final double SLOPE = 0.01;
    private static final int MOST_DOUBLINGS = 6;

    /** The shortest and the longest wave that it begins with, in pixels of the latents. */
    private static final double SHORTEST = 2;

    private static final double LONGEST = 8;

    /** Checks the ranges. */
    public PeriodicGenerator {
        Require.atLeast(1, "local", local);
        Require.atLeast(0, "global", global);
        Require.atLeast(0, "periods", periods);
        Require.atLeast(1, "channels", channels);
        Require.that(
                doublings >= 1 && doublings <= MOST_DOUBLINGS,
                "doublings",
                "must be from 1 to " + MOST_DOUBLINGS + ", but is " + doublings);
        Require.that(kernel >= 1 && kernel % 2 == 1, "kernel", "must be odd, but is " + kernel);
        Require.that(
                periods == 0 || global > 0,
                "periods",
                "must be 0 without global latents, of which the waves are made, but is " + periods);
    }

    @Override
    public Graph graph(RandomGenerator random) {
        return new Drawing(random).graph();
    }

    /** A graph in the making; what adds nodes gives the name of the last. */
    private final class Drawing {
        private final RandomGenerator random;
        private final List<Input> inputs = new ArrayList<>();
        private final List<Node> nodes = new ArrayList<>();

        Drawing(RandomGenerator random) {
            this.random = random;
        }

        Graph graph() {
            inputs.add(new Input(LOCAL, local, Optional.empty()));
            String maps = block("layer-0", latents(), local + global + periods);
            for (int i = 1; i <= doublings; i++) {
                String larger = add("larger-" + i, new Upsample(2), maps);
                maps = i < doublings ? block("layer-" + i, larger, channels) : colours(larger);
            }
            return new Graph(inputs, nodes);
        }

        private String latents() {
            List<String> all = new ArrayList<>(List.of(LOCAL));
            if (global > 0) {
                inputs.add(Input.vector(GLOBAL, global));
                all.add(add("global-maps", new Spread(), LOCAL, GLOBAL));
            }
            if (periods > 0) {
                all.add(waves());
            }
            return all.size() == 1 ? LOCAL : add("latents", new Concatenate(), all.toArray(String[]::new));
        }

        private String waves() {
            inputs.add(Input.vector(PHASE, periods));
            String hidden = add("wave-hidden", convolution(1, global, HIDDEN, 1), GLOBAL);
            String active = add("wave-active", new LeakyRelu(SLOPE), hidden);
            // small weights, so that all textures begin with about the same waves
            NdArray<float[]> weights = convolution(1, HIDDEN, 2 * periods, 0.05).weights();
            String vector =
                    add("wave-vectors", new Convolve(Convolution.same(1), weights, firstVectors(), false), active);
            String phases = add("phase-maps", new Spread(), LOCAL, PHASE);
            String maps = add("wave-maps", new Spread(), LOCAL, vector);
            return add("waves", new Oscillate(false), phases, maps);
        }

        /** From short to long, across and along in turns. */
        private NdArray<float[]> firstVectors() {
            float[] vectors = new float[2 * periods];
            for (int p = 0; p < periods; p++) {
                double pixels = SHORTEST * Math.pow(LONGEST / SHORTEST, (p / 2 + 0.5) / Math.max(1, (periods + 1) / 2));
                vectors[2 * p + p % 2] = (float) (1 / pixels);
            }
            return NdArray.of(vectors, vectors.length);
        }

        private String block(String name, String input, int before) {
            add(name + "-conv", convolution(kernel, before, channels, 1), input);
            nodes.addAll(normalization.after(name + "-conv", name + "-norm", channels));
            return add(name + "-relu", new LeakyRelu(SLOPE), name + "-norm");
        }

        private String colours(String maps) {
            add("colours", convolution(kernel, channels, Image.CHANNELS, 1), maps);
            return add("texture", new Sigmoid(), "colours");
        }

        private String add(String name, Operation operation, String... read) {
            nodes.add(new Node(name, operation, List.of(read)));
            return name;
        }

        private Convolve convolution(int side, int before, int after, double gain) {
            int fanIn = side * side * before;
            float[] weights = NormalDeviates.deviates(after * fanIn, random);
            for (int i = 0; i < weights.length; i++) {
                weights[i] *= (float) (gain / Math.sqrt(fanIn));
            }
            return new Convolve(
                    Convolution.same(side),
                    NdArray.of(weights, after, side, side, before),
                    NdArray.of(new float[after], after),
                    false);
        }
    }
}
