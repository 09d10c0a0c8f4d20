package lichen.core.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.Halving;
import lichen.core.tensor.Kernel;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One chain of halvings, with a program at every octave that is read; gradients are added up on the way back. */
final class PyramidProgram implements Differentiable<INDArray, FeatureMaps> {
    private final List<Optional<OctaveProgram>> octaves;
    private final List<INDArray> images = new ArrayList<>();
    private final List<INDArray> gradients = new ArrayList<>();
    private final List<Kernel> halvings = new ArrayList<>();
    private final List<Kernel> transposes = new ArrayList<>();

    /** The programs by octave, empty where nothing is read; the last is there. */
    PyramidProgram(List<Optional<OctaveProgram>> octaves, Size size, boolean circular, TensorScope scope) {
        this.octaves = List.copyOf(octaves);
        int height = size.height();
        int width = size.width();
        for (int octave = 0; octave < octaves.size(); octave++) {
            images.add(scope.array(1, height, width, Image.CHANNELS));
            gradients.add(scope.array(1, height, width, Image.CHANNELS));
            if (octave > 0) {
                halvings.add(Halving.forward(images.get(octave - 1), circular, images.get(octave)));
                transposes.add(Halving.inputGradient(gradients.get(octave), circular, gradients.get(octave - 1)));
            }
            height = Halving.half(height);
            width = Halving.half(width);
        }
    }

    @Override
    public Evaluation<INDArray, FeatureMaps> at(INDArray image) {
        images.get(0).assign(image);
        halvings.forEach(Kernel::run);
        List<Optional<Evaluation<INDArray, FeatureMaps>>> evaluations = new ArrayList<>();
        Map<String, INDArray> maps = new LinkedHashMap<>();
        for (int i = 0; i < octaves.size(); i++) {
            INDArray halved = images.get(i);
            Optional<Evaluation<INDArray, FeatureMaps>> evaluation =
                    octaves.get(i).map(program -> program.at(halved));
            evaluation.ifPresent(read -> maps.putAll(read.value().layers()));
            evaluations.add(evaluation);
        }
        return new Evaluation<>(new FeatureMaps(maps), cotangent -> gradient(evaluations, cotangent));
    }

    private INDArray gradient(List<Optional<Evaluation<INDArray, FeatureMaps>>> evaluations, FeatureMaps cotangent) {
        int last = octaves.size() - 1;
        gradients.get(last).assign(0);
        for (int i = last; i >= 0; i--) {
            if (i < last) {
                transposes.get(i).run();
            }
            INDArray sum = gradients.get(i);
            evaluations.get(i).ifPresent(read -> sum.addi(read.pullback().apply(cotangent)));
        }
        return gradients.get(0);
    }
}
