package lichen.app.experiment.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import lichen.app.experiment.TextureExperiment;
import lichen.app.experiment.foreign.Origin;
import lichen.app.experiment.trial.TrialState;
import lichen.app.quality.Kind;
import lichen.app.quality.Mean;
import lichen.app.quality.Scale;
import lichen.app.quality.Score;
import lichen.app.quality.ScoreFile;
import lichen.io.run.RunDirectory;

/**
 * All that has come out so far.
 *
 * @param plan which images there are to be
 * @param jpeg the quality of the JPEG that every image was scored as, if any
 * @param results what came of them, in the order of the plan
 * @param diversities how different a method's images of a photograph are, by photograph and method
 * @param optimised for each method the measures that share a statistic with it: they say nothing about it
 */
record Results(
        Plan plan,
        Optional<Integer> jpeg,
        List<Result> results,
        Map<String, Map<String, List<Score>>> diversities,
        Map<String, Set<String>> optimised) {
    /** Reads the folders of a run. */
    static Results read(Plan plan, Optional<Integer> jpeg, Map<String, Set<String>> optimised, RunDirectory run)
            throws IOException {
        List<Result> results = new ArrayList<>();
        for (Candidate candidate : plan.candidates()) {
            RunDirectory part = run.part(candidate.name());
            Optional<Origin> origin = Origin.read(part.image(TextureExperiment.RESULT));
            results.add(new Result(candidate, TrialState.read(part), origin, ScoreFile.read(Scoring.scores(part))));
        }
        Map<String, Map<String, List<Score>>> diversities = new LinkedHashMap<>();
        for (String photograph : plan.photographs()) {
            Map<String, List<Score>> byMethod = new LinkedHashMap<>();
            for (String method : plan.methods()) {
                RunDirectory first = run.part(new Candidate(photograph, method, 1).name());
                byMethod.put(method, ScoreFile.read(Scoring.diversity(first)));
            }
            diversities.put(photograph, byMethod);
        }
        return new Results(plan, jpeg, results, diversities, optimised);
    }

    /** The methods whose images were stored with loss by another program. */
    List<String> lossy() {
        return plan.methods().stream()
                .filter(method -> of(method).stream().anyMatch(Result::isLossy))
                .toList();
    }

    /** Whether every method has images of the same photographs; means over others cannot be compared. */
    boolean isWhole() {
        return plan.methods().stream()
                        .map(method -> of(method).stream()
                                .filter(result -> !result.scores().isEmpty())
                                .map(result -> result.candidate().photograph())
                                .collect(Collectors.toSet()))
                        .distinct()
                        .count()
                == 1;
    }

    /** The images of a column. */
    List<Result> of(String column) {
        return results.stream()
                .filter(result -> result.candidate().column().equals(column))
                .toList();
    }

    /** The images of a column for a photograph. */
    List<Result> of(String photograph, String column) {
        return results.stream()
                .filter(result -> result.candidate().column().equals(column)
                        && result.candidate().photograph().equals(photograph))
                .toList();
    }

    /** The names, with the scale, of the measures of quality at a scale, in the order in which they were measured. */
    List<String> qualities(Scale scale) {
        return names(score -> score.kind() == Kind.QUALITY && score.scale() == scale);
    }

    /** The names of all measures of quality. */
    List<String> qualities() {
        return names(score -> score.kind() == Kind.QUALITY);
    }

    /** The names of the measures of copying, which every table tells beside quality. */
    List<String> copying() {
        return names(score -> score.kind() == Kind.COPYING);
    }

    /** The names of the measures of faults. */
    List<String> faults() {
        return names(score -> score.kind() == Kind.OTHER);
    }

    private List<String> names(Predicate<Score> wanted) {
        return results.stream()
                .flatMap(result -> result.scores().stream())
                .filter(wanted)
                .map(Score::name)
                .distinct()
                .toList();
    }

    /** Whether a measure shares a statistic with a column, at whatever scale. */
    boolean isOptimised(String column, String name) {
        return optimised.getOrDefault(column, Set.of()).stream()
                .anyMatch(label -> name.equals(label) || name.equals(label + Scale.HALF.suffix()));
    }

    /** The mean log ratio of one image over measures; empty without any, and where one is no number. */
    OptionalDouble logRatio(Candidate candidate, List<String> names) {
        double[] logs = results.stream()
                .filter(result -> result.candidate().equals(candidate))
                .flatMap(result -> names.stream().flatMap(name -> result.ratio(name).stream()))
                .mapToDouble(Math::log)
                .toArray();
        return DoubleStream.of(logs).allMatch(Double::isFinite)
                ? DoubleStream.of(logs).average()
                : OptionalDouble.empty();
    }

    /** The mean ratio of a column for a photograph, over its images and the measures; empty without any. */
    OptionalDouble mean(Mean mean, String photograph, String column, List<String> names) {
        return mean.of(of(photograph, column).stream()
                .flatMap(result -> names.stream().flatMap(name -> result.ratio(name).stream()))
                .mapToDouble(Double::doubleValue));
    }

    /** The geometric mean over photographs, each counting alike, of their mean ratios; empty without any. */
    OptionalDouble mean(Mean mean, String column, List<String> names) {
        return Mean.GEOMETRIC.of(plan.photographs().stream()
                .map(photograph -> mean(mean, photograph, column, names))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble));
    }

    /** The mean of what parts of a photograph have of a measure of copying. */
    Optional<Double> meanFloor(String photograph, String name) {
        OptionalDouble mean = results.stream()
                .filter(result -> result.candidate().photograph().equals(photograph))
                .flatMap(result -> result.floor(name).stream())
                .mapToDouble(Double::doubleValue)
                .average();
        return mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty();
    }

    /** The mean of what is read as it is. */
    Optional<Double> meanValue(String column, String name) {
        OptionalDouble mean = of(column).stream()
                .flatMap(result -> result.value(name).stream())
                .mapToDouble(Double::doubleValue)
                .average();
        return mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty();
    }

    /** The mean ratio of a column's diversity to that of the photographs' parts. */
    Optional<Double> meanDiversity(String column) {
        OptionalDouble mean = diversities.values().stream()
                .flatMap(byMethod -> byMethod.getOrDefault(column, List.of()).stream())
                .flatMap(score -> score.ratio().stream())
                .mapToDouble(Double::doubleValue)
                .average();
        return mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty();
    }

    /** The mean of what the images of a column have taken that were made: seconds, or mebibytes. */
    Optional<Double> mean(String column, Function<Result, Optional<Double>> taken) {
        OptionalDouble mean = of(column).stream()
                .flatMap(result -> taken.apply(result).stream())
                .mapToDouble(Double::doubleValue)
                .average();
        return mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty();
    }
}
