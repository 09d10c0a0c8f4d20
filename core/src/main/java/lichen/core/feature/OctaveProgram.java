package lichen.core.feature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network's program for one octave, which knows its layers by their names in the pyramid. */
final class OctaveProgram implements Differentiable<INDArray, FeatureMaps> {
    private final Differentiable<INDArray, FeatureMaps> program;
    private final Map<String, String> layers = new LinkedHashMap<>();

    /** The program, and the taps that it serves. */
    OctaveProgram(Differentiable<INDArray, FeatureMaps> program, List<Tap> taps) {
        this.program = program;
        taps.forEach(tap -> layers.put(tap.name(), tap.layer()));
    }

    @Override
    public Evaluation<INDArray, FeatureMaps> at(INDArray image) {
        Evaluation<INDArray, FeatureMaps> evaluation = program.at(image);
        Map<String, INDArray> maps = new LinkedHashMap<>();
        layers.forEach((name, layer) -> maps.put(name, evaluation.value().layer(layer)));
        return new Evaluation<>(
                new FeatureMaps(maps), cotangent -> evaluation.pullback().apply(own(cotangent)));
    }

    private FeatureMaps own(FeatureMaps cotangent) {
        Map<String, INDArray> own = new LinkedHashMap<>();
        layers.forEach((name, layer) -> {
            @Nullable INDArray gradient = cotangent.layers().get(name);
            if (gradient != null) {
                own.put(layer, gradient);
            }
        });
        return new FeatureMaps(own);
    }
}
