package lichen.model.train;

/** Where a training is among its epochs: mutable, as it moves on with every step. */
final class Position {
    /** The epoch that is under way, from 0. */
    int epoch;
    /** Batches of it that are done. */
    int batch;
    /** The sum of their losses. */
    double lossSum;
    /** The lowest validation loss so far. */
    double bestLoss = Double.POSITIVE_INFINITY;
    /** The epoch after which it was reached, from 1; 0 before the first. */
    int bestEpoch;
    /** Epochs since then. */
    int staleEpochs;

    static Position of(double[] numbers) {
        Position position = new Position();
        position.epoch = (int) numbers[0];
        position.batch = (int) numbers[1];
        position.lossSum = numbers[2];
        position.bestLoss = numbers[3];
        position.bestEpoch = (int) numbers[4];
        position.staleEpochs = (int) numbers[5];
        return position;
    }

    /** Whether the validation loss did not get better for long enough. */
    boolean isStale(TrainingStop stop) {
        return stop.patience() > 0 && staleEpochs >= stop.patience();
    }

    double[] numbers() {
        return new double[] {epoch, batch, lossSum, bestLoss, bestEpoch, staleEpochs};
    }
}
