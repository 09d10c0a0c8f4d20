package lichen.model.spec;

import java.io.IOException;
import java.nio.file.Path;
import lichen.core.feature.FeatureNetwork;
import lichen.core.plugin.FileReference;
import lichen.core.random.RandomStreams;
import lichen.model.foreign.InputScaling;
import lichen.model.program.FeatureNetworkContract;
import lichen.model.safetensors.VggFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest extends FeatureNetworkContract {
    @TempDir
    private Path folder = Path.of("");

    private FileReference file = new FileReference("none");

    @BeforeEach
    void writeFile() throws IOException {
        file = new VggFile().convolution(0, 3, 2).convolution(3, 2, 2).write(folder);
    }

    @Override
    protected FeatureNetwork network() throws IOException {
        return new Safetensors(file, InputScaling.IMAGENET_RGB, true).open(new RandomStreams(1).stream("network"));
    }
}
