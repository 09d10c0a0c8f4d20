package lichen.model.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lichen.core.feature.Architecture;
import lichen.model.graph.Operation.Add;
import lichen.model.graph.Operation.Concatenate;
import lichen.model.graph.Operation.Convolve;
import lichen.model.graph.Operation.ConvolveDepthwise;
import lichen.model.graph.Operation.ScaleShift;

/** Whether the nodes of a graph fit together and hold numbers: to be asked of every graph that came from a file. */
public final class Soundness {
    private static final int MOST_CHANNELS = 1 << 16;

    private Soundness() {}

    /** What is wrong, a line for each fault, which names the node; empty if nothing is. */
    public static List<String> problems(Graph graph) {
        List<String> problems = new ArrayList<>();
        Map<String, Integer> channels = new HashMap<>(Map.of(Architecture.IMAGE, Channels.IMAGE));
        for (Node node : graph.nodes()) {
            boolean many = node.operation() instanceof Concatenate || node.operation() instanceof Add;
            int inputs = node.inputs().size();
            if (many ? inputs < 1 : inputs != 1) {
                problems.add(node.name() + ": expected " + (many ? "at least one input" : "one input") + ", found "
                        + inputs);
                return problems;
            }
            List<Integer> before = node.inputs().stream().map(channels::get).toList();
            checkChannels(node, before.get(0), problems);
            checkSummands(node, before, problems);
            checkNumbers(node, problems);
            int after = Channels.after(node.operation(), before);
            if (after > MOST_CHANNELS) {
                problems.add(node.name() + ": expected at most " + MOST_CHANNELS + " channels, found " + after);
            }
            channels.put(node.name(), after);
        }
        return problems;
    }

    private static void checkChannels(Node node, int channels, List<String> problems) {
        if (node.operation() instanceof Convolve convolve && convolve.inputs() != channels) {
            problems.add(
                    node.name() + ": expected weights for " + channels + " input channels, found " + convolve.inputs());
        }
        if (node.operation() instanceof ConvolveDepthwise convolve && convolve.channels() != channels) {
            problems.add(
                    node.name() + ": expected weights for " + channels + " channels, found " + convolve.channels());
        }
        if (node.operation() instanceof ScaleShift affine) {
            if (affine.scale().length != channels || affine.shift().length != channels) {
                problems.add(node.name() + ": expected a scale and a shift for each of " + channels
                        + " channels, found " + affine.scale().length + " and " + affine.shift().length);
            }
        }
    }

    private static void checkSummands(Node node, List<Integer> channels, List<String> problems) {
        if (node.operation() instanceof Add && channels.stream().distinct().count() > 1) {
            problems.add(node.name() + ": expected inputs of as many channels each, found " + channels);
        }
    }

    private static void checkNumbers(Node node, List<String> problems) {
        if (node.operation() instanceof Convolve convolve) {
            checkFinite(node, "weights", convolve.weights().values(), problems);
            checkFinite(node, "bias", convolve.bias().values(), problems);
        }
        if (node.operation() instanceof ConvolveDepthwise convolve) {
            checkFinite(node, "weights", convolve.weights().values(), problems);
            checkFinite(node, "bias", convolve.bias().values(), problems);
        }
        if (node.operation() instanceof ScaleShift affine) {
            checkFinite(node, "scale", affine.scale(), problems);
            checkFinite(node, "shift", affine.shift(), problems);
        }
    }

    private static void checkFinite(Node node, String array, float[] values, List<String> problems) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                problems.add(node.name() + ": expected finite numbers in its " + array + ", found " + values[i]
                        + " at index " + i);
                return;
            }
        }
    }
}
