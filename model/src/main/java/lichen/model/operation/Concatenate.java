package lichen.model.operation;

import java.util.List;
import lichen.core.feature.Layer;
import lichen.core.tensor.Channels;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The channels of all inputs, one after the other. */
public record Concatenate() implements Pointwise, Weightless {
    @Override
    public Arity arity() {
        return Arity.ANY;
    }

    @Override
    public Layer.Kind kind() {
        return Layer.Kind.MERGE;
    }

    @Override
    public int channels(List<Integer> inputs) {
        long sum = inputs.stream().mapToLong(Integer::longValue).sum();
        return (int) Math.min(sum, Integer.MAX_VALUE);
    }

    @Override
    public Backward forward(Forward at) {
        List<INDArray> inputs = at.inputs();
        at.run(Channels.concatenate(inputs, at.output()));
        return back -> {
            long first = 0;
            for (int i = 0; i < inputs.size(); i++) {
                if (back.wants(i)) {
                    back.run(Channels.slice(back.gradient(), first, back.of(i)));
                }
                first += inputs.get(i).size(3);
            }
        };
    }

    @Override
    public Description description() {
        return new Description("concatenation");
    }
}
