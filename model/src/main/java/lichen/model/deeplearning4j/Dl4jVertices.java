package lichen.model.deeplearning4j;

import java.util.Set;
import lichen.model.foreign.LayerPlace;
import lichen.model.foreign.UnreadableException;
import lichen.model.operation.Add;
import lichen.model.operation.Concatenate;
import lichen.model.operation.Multiply;
import lichen.model.operation.ScaleShift;
import lichen.model.operation.Slice;

/** The vertices of a ComputationGraph that are no layers. */
final class Dl4jVertices {
    private static final Set<Integer> CHANNELS = Set.of(1, 3, -1);

    private Dl4jVertices() {}

    /** MergeVertex: channels side by side. */
    static Dl4jKind.Step merge(Dl4jLayer vertex) throws UnreadableException {
        if (!CHANNELS.contains(vertex.config().path("mergeAxis").asInt(1))) {
            throw vertex.refusal("mergeAxis");
        }
        return (place, numbers) -> place.become(new Concatenate());
    }

    /** ElementWiseVertex: a sum, a mean, a difference or a product. */
    static Dl4jKind.Step elementWise(Dl4jLayer vertex) throws UnreadableException {
        int inputs = vertex.inputs().size();
        return switch (vertex.word("op", "")) {
            case "Add" -> (place, numbers) -> place.become(new Add());
            case "Average" ->
                (place, numbers) -> place.become("sum", new Add(), ScaleShift.ofAll(place.channels(), 1f / inputs, 0));
            case "Subtract" -> {
                if (inputs != 2) {
                    throw vertex.refusal("op");
                }
                yield (place, numbers) -> subtract(place);
            }
            case "Product" -> (place, numbers) -> multiply(place);
            default -> throw vertex.refusal("op");
        };
    }

    private static void subtract(LayerPlace place) throws UnreadableException {
        String less = place.step(
                "less",
                ScaleShift.ofAll(place.channels(), -1, 0),
                place.inputs().get(1));
        place.end(new Add(), place.input(), less);
    }

    private static void multiply(LayerPlace place) throws UnreadableException {
        String product = place.input();
        int last = place.inputs().size() - 1;
        for (int i = 1; i < last; i++) {
            product = place.step(
                    "product" + i, new Multiply(), product, place.inputs().get(i));
        }
        place.end(new Multiply(), product, place.inputs().get(last));
    }

    /** SubsetVertex: some of the channels, from the first to the last. */
    static Dl4jKind.Step subset(Dl4jLayer vertex) throws UnreadableException {
        int first = vertex.config().path("from").asInt(-1);
        int last = vertex.config().path("to").asInt(-1);
        if (first < 0 || last < first) {
            throw vertex.refusal(first < 0 ? "from" : "to");
        }
        return (place, numbers) -> place.become(new Slice(first, last - first + 1));
    }

    /** ScaleVertex: each number times another. */
    static Dl4jKind.Step scale(Dl4jLayer vertex) throws UnreadableException {
        float factor = vertex.number("scaleFactor");
        return (place, numbers) -> place.become(ScaleShift.ofAll(place.channels(), factor, 0));
    }

    /** ShiftVertex: each number and another. */
    static Dl4jKind.Step shift(Dl4jLayer vertex) throws UnreadableException {
        float summand = vertex.number("shiftFactor");
        return (place, numbers) -> place.become(ScaleShift.ofAll(place.channels(), 1, summand));
    }
}
