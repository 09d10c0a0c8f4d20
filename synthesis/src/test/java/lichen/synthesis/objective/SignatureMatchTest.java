package lichen.synthesis.objective;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import lichen.core.feature.UnknownLayerException;
import lichen.descriptor.Euclidean;
import lichen.descriptor.Gap;
import lichen.descriptor.Gram;
import lichen.descriptor.SquaredError;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SignatureMatchTest {
    @Nested
    class GapByEuclidean extends LossTermContract {
        @Override
        protected LossTerm term() {
            return new SignatureMatch(List.of("twice"), new Gap(), new Euclidean());
        }
    }

    @Nested
    class GramBySquaredError extends LossTermContract {
        @Override
        protected LossTerm term() {
            return new SignatureMatch(List.of("image", "twice"), new Gram(), new SquaredError(Map.of(), true));
        }
    }

    @Test
    void refusesLayersThatTheNetworkDoesNotHave() {
        SignatureMatch match = new SignatureMatch(List.of("thrice"), new Gap(), new Euclidean());

        assertThatThrownBy(() -> match.layers(new LinearNetwork().architecture()))
                .isInstanceOf(UnknownLayerException.class);
    }
}
