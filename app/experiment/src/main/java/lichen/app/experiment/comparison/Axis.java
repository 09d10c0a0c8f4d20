package lichen.app.experiment.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.training.TrainingExperiment;
import lichen.core.check.Require;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.io.json.Draft;
import lichen.io.json.Fragment;

/**
 * One thing that an ablation changes: the values of a key, networks that are trained first, changes that have names, or other methods.
 * One of the four is given.
 *
 * @param key the way to the key whose values are taken
 * @param values its values
 * @param trainings what makes its values: trainings, of which the key takes the weights, by name
 * @param settings values by the ways to them, by the changes' names
 * @param methods what takes the place of the base, by name
 */
@Summary("one thing that is changed: a key with values or trainings, settings by name, or methods by name")
public record Axis(
        @Summary("the way to the key whose values are taken, such as objective.octaves")
        Optional<String> key,

        @Default("[]") @Summary("the values of the key; the first is what others are compared with")
        List<Fragment> values,

        @Default("{}") @Summary("trainings by name, each done once; the key takes the weights that it leaves")
        Map<String, Draft<Experiment>> trainings,

        @Default("{}") @Summary("changes by name, each of values by the ways to them")
        Map<String, Map<String, Fragment>> settings,

        @Default("{}") @Summary("experiments by name, in place of the base")
        Map<String, Draft<Experiment>> methods) {
    /** Checks that it is one thing. */
    public Axis {
        values = List.copyOf(values);
        trainings = Collections.unmodifiableMap(new LinkedHashMap<>(trainings));
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        methods = Collections.unmodifiableMap(new LinkedHashMap<>(methods));
        Require.that(
                key.isPresent() || values.isEmpty() && trainings.isEmpty(),
                "key",
                "must be there with values or trainings: the way to what they are of");
        Require.that(
                key.isEmpty() || values.isEmpty() != trainings.isEmpty(),
                "values",
                "must be at least one, or trainings");
        long kinds = Stream.of(key.isPresent(), !settings.isEmpty(), !methods.isEmpty())
                .filter(given -> given)
                .count();
        Require.that(
                kinds == 1, "settings", "or key and values or trainings, or methods must be given: one of the three");
        requireNames("trainings", trainings.keySet());
        requireNames("settings", settings.keySet());
        requireNames("methods", methods.keySet());
        trainings.forEach((name, training) -> Require.that(
                training.value() instanceof TrainingExperiment,
                "trainings",
                "must be experiments of the type \"training\", but " + name + " is not"));
    }

    private static void requireNames(String key, Set<String> names) {
        for (String name : names) {
            Require.that(
                    name.matches("[\\p{L}\\p{N}_-]{1,30}"),
                    key,
                    "must have names of up to 30 letters, digits, - and _, but one is \"" + name + "\"");
        }
    }

    /**
     * One choice of an axis.
     *
     * @param name what it is called
     * @param changes values by the ways to them
     * @param method what takes the place of the base
     * @param training what is trained for it
     */
    record Level(
            String name,
            Map<String, Fragment> changes,
            Optional<Draft<Experiment>> method,
            Optional<Experiment> training) {
        private static Level changing(String name, Map<String, Fragment> changes) {
            return new Level(name, changes, Optional.empty(), Optional.empty());
        }
    }

    /** Its choices, in order. */
    List<Level> levels() {
        List<Level> levels = new ArrayList<>();
        for (Fragment value : values) {
            levels.add(Level.changing(unused(value.label(), levels), Map.of(key.orElseThrow(), value)));
        }
        trainings.forEach((name, training) ->
                levels.add(new Level(name, Map.of(), Optional.empty(), Optional.of(training.value()))));
        settings.forEach((name, changes) -> levels.add(Level.changing(name, changes)));
        methods.forEach((name, method) -> levels.add(new Level(name, Map.of(), Optional.of(method), Optional.empty())));
        return levels;
    }

    /** A level by its name. */
    Level level(String name) {
        return levels().stream()
                .filter(level -> level.name().equals(name))
                .findFirst()
                .map(Objects::requireNonNull)
                .orElseThrow();
    }

    /** The names of its choices. */
    List<String> names() {
        return levels().stream().map(Level::name).toList();
    }

    /** The ways of all that it changes. */
    List<String> ways() {
        return Stream.concat(key.stream(), settings.values().stream().flatMap(changes -> changes.keySet().stream()))
                .distinct()
                .toList();
    }

    private static String unused(String label, List<Level> levels) {
        long same = levels.stream()
                .filter(level -> level.name().equals(label) || level.name().startsWith(label + "-"))
                .count();
        return same == 0 ? label : label + "-" + (same + 1);
    }
}
