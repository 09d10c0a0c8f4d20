package lichen.app.cli.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.feature.Architecture;
import lichen.core.feature.FeatureNetwork;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.npy.NdArray;
import lichen.core.tensor.TensorScope;
import lichen.descriptor.Euclidean;
import lichen.descriptor.Gap;
import lichen.descriptor.Gram;
import lichen.descriptor.SquaredError;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.operation.Convolve;
import lichen.model.operation.Operation;
import lichen.model.operation.ScaleShift;
import lichen.model.program.CompiledNetwork;
import lichen.synthesis.objective.ImageObjective;
import lichen.synthesis.objective.SignatureMatch;

/** Lichen as an experiment would run it: a compiled program, a descriptor and a distance. */
final class Lichen implements Contender {
    Lichen() {
        Backend.start(BackendChoice.CPU, false);
    }

    @Override
    public String name() {
        return "Lichen";
    }

    @Override
    public Evaluation open(Problem problem) {
        TensorScope scope = new TensorScope();
        Image target = Image.of(problem.side(), problem.side(), problem.target());
        ImageObjective objective = ImageObjective.of(
                match(problem.loss()), network(), target, new Size(problem.side(), problem.side()), scope);
        double[] pixels = NdArray.of(problem.image(), problem.image().length).doubles();
        double[] gradient = new double[pixels.length];
        return new Evaluation() {
            @Override
            public double run() {
                return objective.at(pixels, gradient);
            }

            @Override
            public float[] gradient() {
                return NdArray.of(gradient.clone(), gradient.length).floats();
            }

            @Override
            public void close() {
                scope.close();
            }
        };
    }

    private static SignatureMatch match(Loss loss) {
        List<String> layers = List.of(Architecture.ALL_CONVOLUTIONS);
        return loss == Loss.GAP
                ? new SignatureMatch(layers, new Gap(), new Euclidean())
                : new SignatureMatch(layers, new Gram(), new SquaredError(squares(), false));
    }

    /** Weights that turn the means of the squared error into sums: a Gram matrix holds C x C numbers. */
    private static Map<String, Double> squares() {
        Map<String, Double> squares = new LinkedHashMap<>();
        List<Fcn512.Convolution> layers = Fcn512.layers();
        for (int i = 0; i < layers.size(); i++) {
            squares.put(name(i), Math.pow(layers.get(i).outputs(), 2));
        }
        return squares;
    }

    /** The network, compiled for no size yet. */
    static FeatureNetwork network() {
        List<Node> nodes = new ArrayList<>();
        String input = Architecture.IMAGE;
        List<Fcn512.Convolution> layers = Fcn512.layers();
        for (int i = 0; i < layers.size(); i++) {
            Fcn512.Convolution layer = layers.get(i);
            nodes.add(new Node(name(i), convolve(layer), input));
            input = name(i);
            if (layer.normalised()) {
                String normalised = "norm" + i;
                nodes.add(new Node(normalised, normalization(layer.outputs()), input));
                input = normalised;
            }
        }
        return CompiledNetwork.of(new Graph(nodes));
    }

    private static Operation convolve(Fcn512.Convolution layer) {
        return new Convolve(
                lichen.core.tensor.Convolution.same(layer.side()),
                NdArray.of(layer.kernel(), layer.outputs(), layer.side(), layer.side(), layer.inputs()),
                NdArray.of(new float[layer.outputs()], layer.outputs()),
                true);
    }

    private static Operation normalization(int channels) {
        float[] zeros = new float[channels];
        float[] ones = new float[channels];
        Arrays.fill(ones, 1);
        return ScaleShift.ofBatchNormalization(ones, zeros, zeros, ones, Fcn512.EPSILON);
    }

    private static String name(int layer) {
        return "conv" + (layer + 1);
    }
}
