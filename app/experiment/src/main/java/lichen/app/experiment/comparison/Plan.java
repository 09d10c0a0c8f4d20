package lichen.app.experiment.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which images there are to be.
 *
 * @param photographs names of the photographs
 * @param methods names of the methods
 * @param controls names of the controls; one image each for a photograph
 * @param seeds how many images a photograph has by a method
 * @param fewer names of methods that have fewer, with how many
 */
record Plan(
        List<String> photographs, List<String> methods, List<String> controls, int seeds, Map<String, Integer> fewer) {
    Plan {
        photographs = List.copyOf(photographs);
        methods = List.copyOf(methods);
        controls = List.copyOf(controls);
        fewer = Map.copyOf(fewer);
    }

    /** A plan in which every method has as many images. */
    Plan(List<String> photographs, List<String> methods, List<String> controls, int seeds) {
        this(photographs, methods, controls, seeds, Map.of());
    }

    /** The plan of an experiment. Photographs are numbered, since two files may have the same name. */
    static Plan of(Comparison comparison) {
        List<NamedPicture> targets = comparison.photographs();
        List<String> photographs = IntStream.range(0, targets.size())
                .mapToObj(i -> i + 1 + "-" + targets.get(i).shortName())
                .toList();
        Map<String, Integer> fewer = new HashMap<>();
        for (String name : comparison.methods().keySet()) {
            fewer.put(name, comparison.method(name).images(comparison.seeds()));
        }
        List<String> methods = List.copyOf(comparison.methods().keySet());
        return new Plan(photographs, methods, comparison.controlNames(), comparison.seeds(), fewer);
    }

    /** Methods, then controls. */
    List<String> columns() {
        List<String> columns = new ArrayList<>(methods);
        columns.addAll(controls);
        return columns;
    }

    boolean isControl(Candidate candidate) {
        return controls.contains(candidate.column());
    }

    /** The number of an image's photograph, from 0. */
    int index(Candidate candidate) {
        return photographs.indexOf(candidate.photograph());
    }

    /** How many images a column has for each photograph. */
    int images(String column) {
        return controls.contains(column) ? 1 : fewer.getOrDefault(column, seeds);
    }

    /** All images: the controls, then all methods' first ones, all second ones, and so on. */
    List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (String photograph : photographs) {
            controls.forEach(control -> candidates.add(new Candidate(photograph, control, 1)));
        }
        for (int number = 1; number <= seeds; number++) {
            for (String photograph : photographs) {
                for (String method : methods) {
                    if (number <= images(method)) {
                        candidates.add(new Candidate(photograph, method, number));
                    }
                }
            }
        }
        return candidates;
    }

    /** The images of one photograph. */
    List<Candidate> candidates(String photograph) {
        return candidates().stream()
                .filter(candidate -> candidate.photograph().equals(photograph))
                .toList();
    }
}
