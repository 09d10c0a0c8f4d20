package lichen.model.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import lichen.model.foreign.UnreadableException;

/** Puts layers into an order of computation, as near to the file's order as can be. */
final class LayerOrder {
    private LayerOrder() {}

    /** Kahn's algorithm, in O(n log n). */
    static List<KerasLayer> sorted(List<KerasLayer> layers) throws UnreadableException {
        Map<String, Integer> places = places(layers);
        Map<Integer, List<Integer>> readers = new HashMap<>();
        int[] waitingFor = new int[layers.size()];
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int i = 0; i < layers.size(); i++) {
            List<String> inputs = layers.get(i).inputs();
            waitingFor[i] = inputs.size();
            for (String input : inputs) {
                Integer place = places.get(input);
                if (place == null) {
                    throw new UnreadableException("layer " + layers.get(i).name() + " reads the layer " + input
                            + ", which is not there; save the network again");
                }
                readers.computeIfAbsent(place, key -> new ArrayList<>()).add(i);
            }
            if (inputs.isEmpty()) {
                ready.add(i);
            }
        }
        List<KerasLayer> sorted = new ArrayList<>();
        while (!ready.isEmpty()) {
            int next = ready.remove();
            sorted.add(layers.get(next));
            for (int reader : readers.getOrDefault(next, List.of())) {
                if (--waitingFor[reader] == 0) {
                    ready.add(reader);
                }
            }
        }
        if (sorted.size() < layers.size()) {
            throw new UnreadableException("has layers that read each other in a circle; save the network again");
        }
        return sorted;
    }

    private static Map<String, Integer> places(List<KerasLayer> layers) throws UnreadableException {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < layers.size(); i++) {
            if (places.put(layers.get(i).name(), i) != null) {
                throw new UnreadableException(
                        "has two layers of the name " + layers.get(i).name() + "; rename one");
            }
        }
        return places;
    }
}
