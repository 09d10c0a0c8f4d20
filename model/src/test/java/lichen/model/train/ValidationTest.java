package lichen.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ValidationTest {
    @BeforeAll
    static void start() {
        Backend.start(BackendChoice.CPU, false);
    }

    @Test
    void weighsEachImageTheSameAlsoInABatchThatIsNotFull() throws IOException {
        try (TensorScope scope = new TensorScope()) {
            Reconstruction program = SmallTraining.program(scope);
            double[] first = program.errors(SmallTraining.batch(1), SmallTraining.batch(1));
            double[] second = program.errors(SmallTraining.batch(2), SmallTraining.batch(2));

            double loss = new Validation(program, (epoch, from) -> new ThreeImages(), 0, new RandomStreams(1)).loss();

            assertThat(loss).isCloseTo((first[0] + first[1] + second[0]) / 3, within(1e-12));
        }
    }

    @Test
    void givesTheSameNoiseEachTime() throws IOException {
        try (TensorScope scope = new TensorScope()) {
            Reconstruction program = SmallTraining.program(scope);
            Validation validation =
                    new Validation(program, (epoch, from) -> new ThreeImages(), 0.5, new RandomStreams(1));

            assertThat(validation.loss()).isEqualTo(validation.loss());
        }
    }

    private static final class ThreeImages implements Batches {
        private int batch;

        @Override
        public int next(float[] images) {
            batch++;
            System.arraycopy(SmallTraining.batch(batch), 0, images, 0, images.length);
            return Math.max(0, 3 - batch);
        }

        @Override
        public void close() {}
    }
}
