package lichen.model.operation;

import java.util.List;
import lichen.core.feature.Layer;
import lichen.core.tensor.Elementwise;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The sum of all inputs, which have as many channels each. */
public record Add() implements Pointwise, Weightless {
    @Override
    public Arity arity() {
        return Arity.ANY;
    }

    @Override
    public Layer.Kind kind() {
        return Layer.Kind.MERGE;
    }

    @Override
    public List<String> misfits(List<Integer> inputs) {
        return alike(inputs);
    }

    /** What is wrong where inputs must have as many channels each. */
    static List<String> alike(List<Integer> inputs) {
        return inputs.stream().distinct().count() == 1
                ? List.of()
                : List.of("expected inputs of as many channels each, found " + inputs);
    }

    @Override
    public Backward forward(Forward at) {
        INDArray output = at.output();
        INDArray first = at.input();
        at.run(() -> output.assign(first));
        for (INDArray summand : at.inputs().subList(1, at.inputs().size())) {
            at.run(Elementwise.add(output, summand));
        }
        int inputs = at.inputs().size();
        return back -> back.pass(inputs);
    }

    @Override
    public Description description() {
        return new Description("addition");
    }
}
