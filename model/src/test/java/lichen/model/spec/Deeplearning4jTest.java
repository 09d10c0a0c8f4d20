package lichen.model.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import lichen.core.feature.FeatureNetwork;
import lichen.core.plugin.FileReference;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.Pooling;
import lichen.model.deeplearning4j.Dl4jZip;
import lichen.model.foreign.InputScaling;
import lichen.model.operation.Pool;
import lichen.model.program.FeatureNetworkContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Deeplearning4jTest extends FeatureNetworkContract {
    @TempDir
    private Path folder = Path.of("");

    private FileReference file = new FileReference("none");

    @BeforeEach
    void writeFile() throws IOException {
        file = Dl4jZip.ofPooling().write(folder);
    }

    @Override
    protected FeatureNetwork network() throws IOException {
        return zip(true).open(new RandomStreams(1).stream("network"));
    }

    @Test
    void poolsAsTheFileSaysUnlessToldToTakeTheMean() throws IOException {
        assertThat(pooling(zip(false))).isEqualTo(Pooling.Kind.MAX);
        assertThat(pooling(zip(true))).isEqualTo(Pooling.Kind.AVERAGE);
    }

    private Deeplearning4j zip(boolean averagePooling) {
        return new Deeplearning4j(file, InputScaling.UNIT, averagePooling);
    }

    private static Pooling.Kind pooling(Deeplearning4j zip) throws IOException {
        return zip.nodes().nodes().stream()
                .map(node -> node.operation())
                .filter(Pool.class::isInstance)
                .map(operation -> ((Pool) operation).pooling())
                .findFirst()
                .orElseThrow();
    }
}
