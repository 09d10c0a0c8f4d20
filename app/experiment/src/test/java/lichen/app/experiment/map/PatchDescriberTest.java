package lichen.app.experiment.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.core.check.InvalidValueException;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Architecture;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.MapShape;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.TensorScope;
import lichen.descriptor.Gap;
import lichen.descriptor.Gram;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class PatchDescriberTest {
    private static final Size SIZE = new Size(2, 2);
    private static final Image PATCH =
            Image.of(2, 2, new float[] {0, 0.1f, 0.2f, 0.2f, 0.3f, 0.4f, 0.4f, 0.5f, 0.6f, 0.6f, 0.7f, 0.8f});

    @Test
    void joinsTheStatisticsOfAllLayersInOrder() {
        try (PatchDescriber describer = new PatchDescriber(new Copies(), List.of("one", "two"), new Gap(), SIZE)) {
            assertThat(describer.vector(PATCH))
                    .containsExactly(new float[] {0.3f, 0.4f, 0.5f, 0.3f, 0.4f, 0.5f}, within(1e-6f));
        }
    }

    @Test
    void takesMatricesRowByRow() {
        try (PatchDescriber describer = new PatchDescriber(new Copies(), List.of("one"), new Gram(), SIZE)) {
            float[] vector = describer.vector(PATCH);

            assertThat(vector).hasSize(9);
            assertThat(vector[1]).isEqualTo(vector[3]);
        }
    }

    @Test
    void forgetsThePatchBefore() {
        try (PatchDescriber describer = new PatchDescriber(new Copies(), List.of("one"), new Gap(), SIZE)) {
            float[] first = describer.vector(PATCH);
            describer.vector(Image.of(2, 2, new float[12]));

            assertThat(describer.vector(PATCH)).containsExactly(first);
        }
    }

    @Test
    void refusesWhatIsNotANumber() {
        float[] pixels = PATCH.toArray();
        pixels[4] = Float.NaN;
        try (PatchDescriber describer = new PatchDescriber(new Copies(), List.of("one"), new Gap(), SIZE)) {
            assertThatThrownBy(() -> describer.vector(Image.of(2, 2, pixels)))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("layers give NaN");
        }
    }

    /** A network all of whose layers are the image itself. */
    private record Copies() implements FeatureNetwork {
        @Override
        public Architecture architecture() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, MapShape> shapes(Size size, Border border, Collection<String> taps) {
            Map<String, MapShape> shapes = new LinkedHashMap<>();
            taps.forEach(tap -> shapes.put(tap, new MapShape(size.height(), size.width(), 3)));
            return shapes;
        }

        @Override
        public Differentiable<INDArray, FeatureMaps> compile(
                Size size, Border border, Collection<String> taps, TensorScope scope) {
            return image -> {
                Map<String, INDArray> maps = new LinkedHashMap<>();
                taps.forEach(tap -> maps.put(tap, image));
                return new Evaluation<>(new FeatureMaps(maps), cotangent -> image);
            };
        }
    }
}
