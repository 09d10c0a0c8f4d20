package lichen.synthesis.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lichen.core.feature.FeatureMaps;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.Test;

class ChannelScalingTest {
    @Test
    void givesEveryChannelOfTheTargetARootMeanSquareOfOne() {
        assertThat(scaled(7, 1, -1, 7)).containsExactly(1.4f, 0.2f, -0.2f, 1.4f);
    }

    @Test
    void leavesASilentChannelSilent() {
        assertThat(scaled(3, 0, -3, 0)).containsExactly(1, 0, -1, 0);
    }

    private static float[] scaled(float... target) {
        try (TensorScope scope = new TensorScope()) {
            FeatureMaps maps = new FeatureMaps(Map.of("layer", scope.of(target, 1, 1, 2, 2)));
            return HostMemory.toFloats(new ChannelScaling(new MeanSquares().add(maps, 1), scope)
                    .in(scope)
                    .at(maps)
                    .value()
                    .layer("layer"));
        }
    }
}
