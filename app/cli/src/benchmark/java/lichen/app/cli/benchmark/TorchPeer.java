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
        return new TorchProcess(isAtItsBest, TorchJob.of(problem));
    }

    /** Its training of {@link Fcn512}, by its own Adam. */
    TrainingContender<TrainingBatch> training() {
        return new TrainingContender<>(name(), batch -> new TorchProcess(isAtItsBest, TorchJob.of(batch)));
    }

    /** Its training of {@link TextureGenerator}, likewise. */
    TrainingContender<GeneratorBatch> generator() {
        return new TrainingContender<>(name(), batch -> new TorchProcess(isAtItsBest, TorchJob.of(batch)));
    }
}
