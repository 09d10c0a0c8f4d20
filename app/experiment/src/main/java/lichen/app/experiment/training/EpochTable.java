package lichen.app.experiment.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lichen.app.experiment.report.LossPoint;
import lichen.io.run.MetricsCsv;
import lichen.io.run.MetricsTable;
import lichen.io.run.RunDirectory;

/**
 * The losses of a training epoch by epoch, as they stand in {@code epochs.csv}.
 *
 * @param training the mean loss of the steps of each epoch, from epoch 0, the untrained network, where it is not a number
 * @param validation the loss of images that are not trained on; where there are none, not a number but for epoch 0
 */
record EpochTable(double[] training, double[] validation) {
    static final List<String> COLUMNS = List.of("epoch", "training_loss", "validation_loss");

    static Path file(RunDirectory run) {
        return run.folder().resolve("epochs.csv");
    }

    static EpochTable read(RunDirectory run) throws IOException {
        if (!Files.exists(file(run))) {
            return new EpochTable(new double[0], new double[0]);
        }
        MetricsTable table = MetricsCsv.read(file(run));
        return new EpochTable(table.column(COLUMNS.get(1)), table.column(COLUMNS.get(2)));
    }

    /** How many epochs are complete. */
    int count() {
        return Math.max(0, training.length - 1);
    }

    /** Whether there are losses of images that are not trained on. */
    boolean hasValidation() {
        return count() > 0 && Double.isFinite(validation[1]);
    }

    /** The loss of the network before training: of the validation images, or of the training images where there are none. */
    double untrained() {
        return validation.length > 0 ? validation[0] : Double.NaN;
    }

    /** The loss after an epoch that is judged by: that of validation, or of training where there is none. */
    double loss(int epoch) {
        return hasValidation() ? validation[epoch] : training[epoch];
    }

    /** The points of a curve. */
    static List<LossPoint> points(double[] losses) {
        List<LossPoint> points = new ArrayList<>();
        for (int epoch = 1; epoch < losses.length; epoch++) {
            points.add(new LossPoint(epoch, losses[epoch]));
        }
        return points;
    }
}
