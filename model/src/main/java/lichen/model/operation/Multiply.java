package lichen.model.operation;

import java.util.List;
import lichen.core.feature.Layer;
import lichen.core.tensor.Elementwise;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The product of two inputs, number by number. */
public record Multiply() implements Pointwise, Weightless {
    @Override
    public Arity arity() {
        return Arity.TWO;
    }

    @Override
    public Layer.Kind kind() {
        return Layer.Kind.MERGE;
    }

    @Override
    public List<String> misfits(List<Integer> inputs) {
        return Add.alike(inputs);
    }

    @Override
    public Backward forward(Forward at) {
        List<INDArray> inputs = at.inputs();
        at.run(Elementwise.multiply(inputs.get(0), inputs.get(1), at.output()));
        return back -> {
            for (int i = 0; i < 2; i++) {
                if (back.wants(i)) {
                    back.run(Elementwise.multiply(back.gradient(), inputs.get(1 - i), back.of(i)));
                }
            }
        };
    }

    @Override
    public Description description() {
        return new Description("multiplication");
    }
}
