package lichen.core.loop;

import java.util.LinkedHashMap;
import java.util.Map;
import lichen.core.check.InvalidValueException;
import lichen.core.optimizer.DescentState;
import org.jspecify.annotations.Nullable;

/**
 * What there is to keep of one player.
 *
 * @param descent the state of the optimiser
 * @param bestLoss the lowest loss so far; infinite before the first evaluation
 * @param best the point of the lowest loss
 * @param recent the best losses after the last iterations, the oldest first
 * @param memory that of the objective
 */
record PlayerState(
        DescentState descent, double bestLoss, double[] best, double[] recent, Map<String, double[]> memory) {
    private static final String DESCENT = "descent.";
    private static final String MEMORY = "memory.";
    private static final String BEST = "best";
    private static final String BEST_LOSS = "best-loss";
    private static final String RECENT = "recent";

    /** At a place where nothing was evaluated yet. */
    static PlayerState at(DescentState descent) {
        double[] point = descent.array(DescentState.POINT);
        return new PlayerState(descent, Double.POSITIVE_INFINITY, point, new double[0], Map.of());
    }

    static PlayerState read(String player, Map<String, double[]> arrays) {
        String prefix = prefix(player);
        return new PlayerState(
                new DescentState(below(prefix + DESCENT, arrays)),
                array(prefix + BEST_LOSS, arrays)[0],
                array(prefix + BEST, arrays),
                array(prefix + RECENT, arrays),
                below(prefix + MEMORY, arrays));
    }

    /** Adds its arrays, not copied. */
    void write(String player, Map<String, double[]> arrays) {
        String prefix = prefix(player);
        descent.arrays().forEach((name, array) -> arrays.put(prefix + DESCENT + name, array));
        arrays.put(prefix + BEST, best);
        arrays.put(prefix + BEST_LOSS, new double[] {bestLoss});
        arrays.put(prefix + RECENT, recent);
        memory.forEach((name, array) -> arrays.put(prefix + MEMORY + name, array));
    }

    static double[] array(String name, Map<String, double[]> arrays) {
        double @Nullable [] array = arrays.get(name);
        if (array == null) {
            throw new InvalidValueException("state", "must hold the array " + name + ", but holds " + arrays.keySet());
        }
        return array;
    }

    private static Map<String, double[]> below(String prefix, Map<String, double[]> arrays) {
        Map<String, double[]> below = new LinkedHashMap<>();
        arrays.forEach((name, array) -> {
            if (name.startsWith(prefix)) {
                below.put(name.substring(prefix.length()), array);
            }
        });
        return below;
    }

    private static String prefix(String player) {
        return player.isEmpty() ? "" : player + "/";
    }
}
