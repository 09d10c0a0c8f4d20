package lichen.app.cli.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints tables of speed, memory and time to quality in Markdown. */
@Command(name = "benchmark", mixinStandardHelpOptions = true)
final class Benchmark implements Runnable {
    @Option(names = "--sides", split = ",", defaultValue = "256,512", description = "Image sides in pixels.")
    private List<Integer> sides = List.of();

    @Option(
            names = "--losses",
            split = ",",
            defaultValue = "GAP,GRAM",
            description = "Losses: ${COMPLETION-CANDIDATES}.")
    private List<Loss> losses = List.of();

    @Option(names = "--rounds", defaultValue = "9", description = "Evaluations of which the median counts; 0 for none.")
    private int rounds;

    @Option(
            names = "--memory-evaluations",
            defaultValue = "0",
            description = "Evaluations after which the resident memory is compared, on the first side; 0 for none.")
    private int memoryEvaluations;

    @Option(
            names = "--training-sides",
            split = ",",
            description = "Image sides in pixels for which training is timed as well; none where left out.")
    private List<Integer> trainingSides = List.of();

    @Option(names = "--training-images", defaultValue = "8", description = "Images of a batch.")
    private int trainingImages;

    @Option(names = "--training-rounds", defaultValue = "5", description = "Steps of which the median counts.")
    private int trainingRounds;

    @Option(
            names = "--generator-sides",
            split = ",",
            description =
                    "Image sides in pixels for which the training of a texture network is timed as well; none where left"
                            + " out.")
    private List<Integer> generatorSides = List.of();

    @Option(names = "--generator-images", split = ",", defaultValue = "4", description = "Images of its batches.")
    private List<Integer> generatorImages = List.of();

    @Option(
            names = "--descriptor-sides",
            split = ",",
            description = "Image sides in pixels for which each descriptor is timed as well; none where left out.")
    private List<Integer> descriptorSides = List.of();

    @Option(
            names = "--descriptor-layers",
            split = ",",
            defaultValue = "all-convolutions",
            description = "Layers that are described: conv1 to conv9, or all-convolutions.")
    private List<String> descriptorLayers = List.of();

    @Option(names = "--descriptor-rounds", defaultValue = "5", description = "Evaluations of which the median counts.")
    private int descriptorRounds;

    @Option(
            names = "--extract-sides",
            split = ",",
            description = "Image sides in pixels for which the recommended experiment is timed; none where left out.")
    private List<Integer> extractSides = List.of();

    @Option(
            names = "--quality-photographs",
            split = ",",
            description =
                    "Photographs that come along, each with the side of what is learned, for which the time to quality is"
                            + " measured as well (pebbles:256); none where left out.")
    private List<String> qualityPhotographs = List.of();

    @Option(names = "--quality-side", defaultValue = "192", description = "Image side for the time to quality.")
    private int qualitySide;

    @Option(names = "--quality-seconds", defaultValue = "90", description = "After which a method is stopped.")
    private double qualitySeconds;

    @Option(names = "--quality-vgg", description = "VGG-19 as a Keras file, for the method that needs it.")
    private Optional<Path> qualityVgg = Optional.empty();

    private final List<Contender> contenders = List.of(new TorchPeer(true), new TorchPeer(false), new Lichen());

    /** Runs the benchmark. */
    public static void main(String[] arguments) {
        CommandLine commandLine = new CommandLine(new Benchmark()).setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(commandLine.execute(arguments));
    }

    @Override
    public void run() {
        if (rounds > 0) {
            losses.forEach(loss -> GradientCheck.check(contenders, loss));
            System.out.println();
            printSpeed();
        }
        if (memoryEvaluations > 0) {
            System.out.println();
            printMemory();
        }
        if (!trainingSides.isEmpty()) {
            System.out.println();
            TrainingTable.print(trainingSides, trainingImages, trainingRounds);
        }
        if (!generatorSides.isEmpty()) {
            System.out.println();
            GeneratorTable.print(generatorSides, generatorImages, trainingRounds);
        }
        if (!descriptorSides.isEmpty()) {
            System.out.println();
            DescriptorTable.print(descriptorSides, descriptorLayers, descriptorRounds);
        }
        if (!extractSides.isEmpty()) {
            System.out.println();
            SizesTable.print(extractSides);
        }
        if (!qualityPhotographs.isEmpty()) {
            System.out.println();
            QualityTable.print(qualityPhotographs, qualitySide, qualitySeconds, qualityVgg);
        }
    }

    private void printSpeed() {
        System.out.println("| side | loss | system | ms per evaluation | times libtorch | GFLOP/s | resident MiB |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (int side : sides) {
            for (Loss loss : losses) {
                Problem problem = Problem.random(side, loss);
                List<Supplier<Racer>> racers = new ArrayList<>();
                contenders.forEach(contender -> racers.add(() -> contender.open(problem)));
                Race.Result result = Race.run(racers, rounds);
                List<Double> times = result.milliseconds();
                double libtorch = Math.min(times.get(0), times.get(1)); // the faster of the two
                for (int i = 0; i < times.size(); i++) {
                    double time = times.get(i);
                    System.out.printf(
                            Locale.ROOT,
                            "| %d | %s | %s | %.0f | %.2f | %.0f | %s |%n",
                            side,
                            loss,
                            contenders.get(i).name(),
                            time,
                            libtorch / time,
                            Fcn512.operations(side) / time / 1e6,
                            text(result.residentMebibytes().get(i)));
                }
            }
        }
    }

    private void printMemory() {
        System.out.println("| system | side | evaluations | resident MiB after 20 | at the end |");
        System.out.println("|---|---|---|---|---|");
        for (Contender contender : contenders) {
            try (Contender.Evaluation evaluation = contender.open(Problem.random(sides.get(0), losses.get(0)))) {
                repeat(evaluation, 20);
                OptionalLong early = evaluation.residentMebibytes();
                repeat(evaluation, memoryEvaluations - 20);
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %d | %d | %s | %s |%n",
                        contender.name(),
                        sides.get(0),
                        memoryEvaluations,
                        text(early),
                        text(evaluation.residentMebibytes()));
            }
        }
    }

    private static void repeat(Contender.Evaluation evaluation, int times) {
        for (int i = 0; i < times; i++) {
            evaluation.run();
        }
    }

    /** A number that may be unknown. */
    static String text(OptionalLong value) {
        return value.isPresent() ? String.valueOf(value.getAsLong()) : "unknown";
    }
}
