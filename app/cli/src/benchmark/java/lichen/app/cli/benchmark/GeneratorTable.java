package lichen.app.cli.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Times the training of {@link TextureGenerator} and prints a table in Markdown. */
final class GeneratorTable {
    private GeneratorTable() {}

    /**
     * Prints it.
     *
     * @param images how many a batch has
     */
    static void print(List<Integer> sides, List<Integer> images, int rounds) {
        List<TrainingContender<GeneratorBatch>> contenders =
                List.of(new TorchPeer(true).generator(), new TorchPeer(false).generator(), LichenGenerator.contender());
        TrainingCheck.check(contenders, GeneratorBatch::random);
        System.out.println();
        System.out.println("| side | images a batch | system | ms per step | images per second | times libtorch |");
        System.out.println("|---|---|---|---|---|---|");
        for (int side : sides) {
            images.forEach(count -> print(contenders, GeneratorBatch.random(count, side), rounds));
        }
    }

    private static void print(List<TrainingContender<GeneratorBatch>> contenders, GeneratorBatch batch, int rounds) {
        List<Supplier<Racer>> racers = new ArrayList<>();
        contenders.forEach(contender -> racers.add(() -> contender.open().apply(batch)));
        List<Double> times = Race.run(racers, rounds).milliseconds();
        double libtorch = Math.min(times.get(0), times.get(1)); // the faster of the two
        int images = batch.target().images();
        for (int i = 0; i < contenders.size(); i++) {
            double time = times.get(i);
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %d | %s | %.1f | %.1f | %.2f |%n",
                    batch.target().side(),
                    images,
                    contenders.get(i).name(),
                    time,
                    images / time * 1e3,
                    libtorch / time);
        }
    }
}
