package lichen.model.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lichen.core.tensor.Kernel;
import lichen.model.graph.Node;
import lichen.model.operation.Backward;
import lichen.model.operation.Forward;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The forward pass in the making: kernels for training, for the trained network, and after a step. */
final class ForwardPass {
    private final NodeOutputs activations;
    private final Bench.Supplies supplies;
    private final List<Kernel> training = new ArrayList<>();
    private final List<Kernel> trained = new ArrayList<>();
    private final List<Kernel> tracking = new ArrayList<>();
    private final Map<String, Backward> back = new HashMap<>();

    ForwardPass(NodeOutputs activations, Bench.Supplies supplies) {
        this.activations = activations;
        this.supplies = supplies;
    }

    void add(Node node, INDArray output) {
        Place place = new Place(node, activations.before(node), output);
        back.put(node.name(), node.operation().forward(place));
        activations.put(node.name(), output);
    }

    /** The way back through a node that was added. */
    Backward back(Node node) {
        return Objects.requireNonNull(back.get(node.name()));
    }

    Bench.Supplies supplies() {
        return supplies;
    }

    NodeOutputs activations() {
        return activations;
    }

    List<Kernel> training() {
        return training;
    }

    List<Kernel> trained() {
        return trained;
    }

    List<Kernel> tracking() {
        return tracking;
    }

    /** What the operation of a node meets. */
    private final class Place extends Bench implements Forward {
        private final List<INDArray> inputs;
        private final INDArray output;

        Place(Node node, List<INDArray> inputs, INDArray output) {
            super(node, supplies);
            this.inputs = inputs;
            this.output = output;
        }

        @Override
        public List<INDArray> inputs() {
            return inputs;
        }

        @Override
        public INDArray output() {
            return output;
        }

        @Override
        public void run(Kernel kernel) {
            training.add(kernel);
            trained.add(kernel);
        }

        @Override
        public void runInTraining(Kernel kernel) {
            training.add(kernel);
        }

        @Override
        public void runTrained(Kernel kernel) {
            trained.add(kernel);
        }

        @Override
        public void track(Kernel kernel) {
            tracking.add(kernel);
        }
    }
}
