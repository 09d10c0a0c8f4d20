package lichen.app.cli.benchmark;

/**
 * libtorch in eager mode, in a process of its own: weights without gradients, the image with.
 *
 * @param isAtItsBest with channels last, and memory that is kept instead of given back; as it comes otherwise
 */
record TorchPeer(boolean isAtItsBest) implements Contender {
    private static final String VERSION = System.getProperty("lichen.torch.version", "");

    @Override
    public String name() {
        return "libtorch " + VERSION + (isAtItsBest ? ", channels last" : "");
    }

    @Override
    public Evaluation open(Problem problem) {
        return new TorchProcess(isAtItsBest, out -> {
            TorchProcess.write(out, problem.loss().name(), 1, problem.side(), problem.image());
            TorchProcess.write(out, problem.target());
        });
    }

    /** Its training, by its own Adam. */
    TrainingContender training() {
        return new TrainingContender(
                name(),
                batch -> new TorchProcess(isAtItsBest, out -> {
                    TorchProcess.write(out, "TRAINING", batch.images(), batch.side(), batch.pixels());
                    TorchProcess.write(out, new float[0]);
                }));
    }
}
