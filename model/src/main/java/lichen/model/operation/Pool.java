package lichen.model.operation;

import java.util.List;
import lichen.core.feature.Layer;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Pooling;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The largest or the mean value in each window; with {@code SAME} padding, of the pixels inside the image only.
 *
 * @param pooling which of the two
 * @param geometry window, stride and padding
 */
public record Pool(Pooling.Kind pooling, Convolution geometry) implements Windowed, Weightless {
    @Override
    public Pool with(Convolution.Padding padding) {
        return new Pool(pooling, geometry.with(padding));
    }

    @Override
    public Layer.Kind kind() {
        return Layer.Kind.POOLING;
    }

    @Override
    public double products() {
        return 0;
    }

    @Override
    public int channels(List<Integer> inputs) {
        return inputs.get(0);
    }

    @Override
    public Backward forward(Forward at) {
        INDArray input = at.input();
        at.run(Pooling.forward(pooling, input, geometry, at.output()));
        return back -> back.run(Pooling.inputGradient(pooling, input, back.gradient(), geometry, back.of(0)));
    }

    @Override
    public Description description() {
        return description(Description.word(pooling) + "-pooling");
    }

    static Pool read(Stored stored, Pooling.Kind pooling) {
        return new Pool(pooling, Windowed.geometry(stored));
    }

    @Override
    public String words() {
        return Description.word(pooling) + " pooling " + geometryWords();
    }
}
