package lichen.model.operation;

import java.util.List;
import lichen.core.check.Require;
import lichen.core.feature.Layer;
import lichen.core.tensor.Channels;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Some of the channels; several of it split a map into parts.
 *
 * @param first the first channel, from 0
 * @param count how many
 */
public record Slice(int first, int count) implements Pointwise, Weightless {
    /** Checks the range. */
    public Slice {
        Require.atLeast(0, "first", first);
        Require.atLeast(1, "count", count);
    }

    @Override
    public Layer.Kind kind() {
        return Layer.Kind.REARRANGEMENT;
    }

    @Override
    public int channels(List<Integer> inputs) {
        return count;
    }

    @Override
    public List<String> misfits(List<Integer> inputs) {
        long end = (long) first + count;
        return inputs.get(0) >= end
                ? List.of()
                : List.of("expected at least " + end + " channels, found " + inputs.get(0));
    }

    @Override
    public Backward forward(Forward at) {
        at.run(Channels.slice(at.input(), first, at.output()));
        return back -> {
            INDArray target = back.of(0);
            back.run(() -> target.assign(0));
            back.run(Channels.insert(back.gradient(), target, first));
        };
    }

    @Override
    public Description description() {
        return new Description("slice").with("channels", List.of(first, count));
    }

    static Slice read(Stored stored) {
        List<Integer> range = stored.wholes("channels", 2, 0, "a first channel and a number of channels");
        return new Slice(range.get(0), range.get(1));
    }

    @Override
    public String words() {
        return "channels " + first + " to " + (first + count - 1);
    }
}
