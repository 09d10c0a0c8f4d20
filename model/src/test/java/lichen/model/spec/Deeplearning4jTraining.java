package lichen.model.spec;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import lichen.model.graph.Graph;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Adam;

/** Deeplearning4j's own training of a network, on its plain path: the reference for ours. */
public final class Deeplearning4jTraining {
    private final Fcn fcn;
    private final MultiLayerNetwork network;

    /** The network that {@link Fcn#graph} gives for the same random numbers. */
    public Deeplearning4jTraining(Fcn fcn, RandomGenerator random, Adam adam) {
        this.fcn = fcn;
        this.network = Dl4jNetworks.untrained(fcn.blocks(), random.nextLong());
        Arrays.stream(network.getLayers())
                .map(layer -> layer.conf().getLayer())
                .filter(BaseLayer.class::isInstance)
                .forEach(layer -> ((BaseLayer) layer).setIUpdater(adam));
    }

    /**
     * One step of Deeplearning4j.
     *
     * @param input {@code [N,H,W,3]}
     * @param target {@code [N,H,W,3]}
     * @return its loss as the mean over all numbers; it counts H W times as much itself
     */
    public double fit(INDArray input, INDArray target) {
        network.fit(new DataSet(channelsFirst(input), channelsFirst(target)));
        return network.score() / (input.size(1) * input.size(2));
    }

    /** The network as it is now. */
    public Graph graph() {
        return Dl4jNetworks.graph(fcn.blocks(), network);
    }

    /** The running variance of a batch normalisation, by the number of its layer. */
    public double[] runningVariance(int layer) {
        return network.getLayer(layer)
                .getParam(BatchNormalizationParamInitializer.GLOBAL_VAR)
                .dup('c')
                .data()
                .asDouble();
    }

    private static INDArray channelsFirst(INDArray images) {
        return images.permute(0, 3, 1, 2).dup('c');
    }
}
