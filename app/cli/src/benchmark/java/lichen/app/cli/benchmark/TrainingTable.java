package lichen.app.cli.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Times training and prints a table in Markdown. */
final class TrainingTable {
    private TrainingTable() {}

    static void print(List<Integer> sides, int images, int rounds) {
        List<TrainingContender<TrainingBatch>> contenders =
                List.of(new TorchPeer(true).training(), new TorchPeer(false).training(), LichenTraining.contender());
        TrainingCheck.check(contenders, TrainingBatch::random);
        System.out.println();
        System.out.println(
                "| side | images a batch | system | s per step | images per second | times libtorch | GFLOP/s"
                        + " | resident MiB |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (int side : sides) {
            TrainingBatch batch = TrainingBatch.random(images, side);
            List<Supplier<Racer>> racers = new ArrayList<>();
            contenders.forEach(contender -> racers.add(() -> contender.open().apply(batch)));
            Race.Result result = Race.run(racers, rounds);
            double libtorch =
                    Math.min(result.milliseconds().get(0), result.milliseconds().get(1)); // the faster of the two
            for (int i = 0; i < contenders.size(); i++) {
                double time = result.milliseconds().get(i);
                System.out.printf(
                        Locale.ROOT,
                        "| %d | %d | %s | %.2f | %.2f | %.2f | %.0f | %s |%n",
                        side,
                        images,
                        contenders.get(i).name(),
                        time / 1e3,
                        images / time * 1e3,
                        libtorch / time,
                        images * Fcn512.trainingOperations(side) / time / 1e6,
                        Benchmark.text(result.residentMebibytes().get(i)));
            }
        }
    }
}
