package lichen.app.cli.benchmark;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;

/** libtorch in eager mode: NCHW, weights without gradients, the image with. */
final class TorchPeer implements Contender {
    private final Engine engine = Engine.getEngine("PyTorch");

    @Override
    public String name() {
        return "libtorch " + engine.getVersion();
    }

    @Override
    public Evaluation open(Problem problem) {
        NDManager memory = engine.newBaseManager(Device.cpu());
        return new TorchEvaluation(engine, memory, problem);
    }
}
