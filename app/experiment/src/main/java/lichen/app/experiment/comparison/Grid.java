package lichen.app.experiment.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Method;
import lichen.core.check.InvalidValueException;
import lichen.core.check.Require;
import lichen.io.json.ConfigException;
import lichen.io.json.Draft;
import lichen.io.json.Fragment;
import lichen.io.json.Problem;

/**
 * Axes and the cells that are made of them.
 *
 * @param axes by name
 * @param cells in order
 */
record Grid(Map<String, Axis> axes, List<Cell> cells) {
    /** An ablation of more is meant otherwise. */
    private static final int MOST = 400;

    private static final String STAND_IN = "bundled:fcn512";

    /**
     * The cells of a design.
     *
     * @param only the cells by their levels, where not all are wanted; none for all
     */
    static Grid of(Map<String, Axis> axes, Design design, List<Map<String, String>> only) {
        requireDistinct(axes);
        List<Cell> cells = only.isEmpty() ? cells(axes, design) : listed(axes, only);
        Require.that(
                cells.size() <= MOST,
                "axes",
                "must make at most " + MOST + " cells, but make " + cells.size()
                        + ". Take the design one-at-a-time, or name the cells that are wanted");
        long names = cells.stream().map(Cell::name).distinct().count();
        Require.that(names == cells.size(), "axes", "must have levels whose names differ by letters or digits");
        return new Grid(axes, cells);
    }

    private static List<Cell> cells(Map<String, Axis> axes, Design design) {
        Map<String, String> first = new LinkedHashMap<>();
        axes.forEach((name, axis) -> first.put(name, axis.names().get(0)));
        List<Cell> cells = new ArrayList<>(List.of(new Cell(first)));
        for (Map.Entry<String, Axis> axis : axes.entrySet()) {
            List<Cell> from = design == Design.GRID ? List.copyOf(cells) : List.of(new Cell(first));
            List<Cell> more = new ArrayList<>();
            for (Cell cell : from) {
                for (String level : axis.getValue()
                        .names()
                        .subList(1, axis.getValue().names().size())) {
                    more.add(cell.with(axis.getKey(), level));
                }
            }
            cells.addAll(more);
            Require.that(
                    cells.size() <= 100 * MOST, "axes", "must make at most " + MOST + " cells, but make many more");
        }
        return cells;
    }

    private static List<Cell> listed(Map<String, Axis> axes, List<Map<String, String>> only) {
        List<Cell> cells = new ArrayList<>();
        for (Map<String, String> levels : only) {
            Map<String, String> inOrder = new LinkedHashMap<>();
            axes.forEach((name, axis) -> {
                String level = levels.getOrDefault(name, axis.names().get(0));
                Require.that(
                        axis.names().contains(level),
                        "cells",
                        "must name levels of \"" + name + "\", " + String.join(", ", axis.names()) + ", but one is \""
                                + level + "\"");
                inOrder.put(name, level);
            });
            levels.keySet()
                    .forEach(name -> Require.that(
                            axes.containsKey(name),
                            "cells",
                            "must name axes, " + String.join(", ", axes.keySet()) + ", but one is \"" + name + "\""));
            cells.add(new Cell(inOrder));
        }
        return cells.stream().distinct().toList();
    }

    /** Two axes that change the same would undo each other. */
    private static void requireDistinct(Map<String, Axis> axes) {
        List<String> names = List.copyOf(axes.keySet());
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                for (String way : axis(axes, names.get(i)).ways()) {
                    for (String other : axis(axes, names.get(j)).ways()) {
                        Require.that(
                                !isWithin(way, other) && !isWithin(other, way),
                                "axes",
                                "must change different keys, but \"" + names.get(i) + "\" sets " + way + " and \""
                                        + names.get(j) + "\" sets " + other);
                    }
                }
            }
        }
        long replacing =
                axes.values().stream().filter(axis -> !axis.methods().isEmpty()).count();
        Require.that(replacing <= 1, "axes", "must be at most one with methods, but are " + replacing);
    }

    private static Axis axis(Map<String, Axis> axes, String name) {
        return Objects.requireNonNull(axes.get(name), name);
    }

    private static boolean isWithin(String way, String other) {
        return other.equals(way) || other.startsWith(way + ".") || other.startsWith(way + "[");
    }

    /** All that a cell changes. */
    Map<String, Fragment> changes(Cell cell) {
        Map<String, Fragment> changes = new LinkedHashMap<>();
        axes.forEach((name, axis) -> changes.putAll(axis.level(cell.level(name)).changes()));
        return changes;
    }

    /** The experiment that takes the place of the base in a cell. */
    Optional<Draft<Experiment>> method(Cell cell) {
        return levels(cell).flatMap(level -> level.getValue().method().stream()).findFirst();
    }

    /**
     * A cell's method with the networks that are trained for it.
     *
     * @param method as it is with the weights that stand in the config
     * @param draft what it is made of
     */
    Experiment trained(Cell cell, Experiment method, Draft<Experiment> draft) {
        Map<String, Experiment> trainings = new LinkedHashMap<>();
        Map<String, String> ways = new LinkedHashMap<>();
        levels(cell)
                .forEach(entry -> entry.getValue().training().ifPresent(training -> {
                    String name = entry.getKey() + "-" + entry.getValue().name();
                    trainings.put(name, training);
                    ways.put(name, axis(axes, entry.getKey()).key().orElseThrow());
                }));
        ways.values().forEach(way -> requireWeights(draft, way));
        return trainings.isEmpty() || !(method instanceof Method plain)
                ? method
                : new TrainedFirst(plain, trainings, ways, draft, changes(cell));
    }

    /** A file that is there stands in for the weights that are not made yet. */
    private static void requireWeights(Draft<Experiment> draft, String way) {
        try {
            draft.with(Map.of(way, STAND_IN));
        } catch (ConfigException e) {
            Problem first = e.problems().get(0);
            throw new InvalidValueException(
                    "axes",
                    "must lead to a key that takes a file of weights where they have trainings, but " + way
                            + " does not: " + first.message());
        }
    }

    private Stream<Map.Entry<String, Axis.Level>> levels(Cell cell) {
        return axes.entrySet().stream()
                .map(axis -> Map.entry(axis.getKey(), axis.getValue().level(cell.level(axis.getKey()))));
    }

    /** The cells that differ in one axis alone, first that with its first level: pairs of a level and what it is compared with. */
    List<Cell[]> pairs(String axis, String level, String reference) {
        List<Cell[]> pairs = new ArrayList<>();
        for (Cell cell : cells) {
            Cell other = cell.with(axis, reference);
            if (cell.level(axis).equals(level) && cells.contains(other)) {
                pairs.add(new Cell[] {cell, other});
            }
        }
        return pairs;
    }
}
