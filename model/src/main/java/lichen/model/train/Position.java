package lichen.model.train;

/** Where a training is: mutable, as it moves on with every step. */
final class Position {
    static final int LENGTH = 7;

    /** Steps made. */
    long step;
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
        position.step = (long) numbers[0];
        position.epoch = (int) numbers[1];
        position.batch = (int) numbers[2];
        position.lossSum = numbers[3];
        position.bestLoss = numbers[4];
        position.bestEpoch = (int) numbers[5];
        position.staleEpochs = (int) numbers[6];
        return position;
    }

    double[] numbers() {
        return new double[] {step, epoch, batch, lossSum, bestLoss, bestEpoch, staleEpochs};
    }
}
