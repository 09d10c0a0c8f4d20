package lichen.core.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;

class BackendTest {
    @Test
    void reportsTheLibraryAndWhatItOffers() {
        EnvironmentReport report = Backend.start(BackendChoice.CPU, true).report();

        assertThat(report.device()).isEqualTo("cpu");
        assertThat(report.library()).startsWith("ND4J nd4j-native 1.0.0-M2.1");
        assertThat(report.precision()).isEqualTo("float32");
        assertThat(report.threads()).isPositive();
        assertThat(report.rows()).containsKeys("device", "library", "oneDNN", "instruction set", "threads");
    }

    @Test
    void hasOneDnnWhereItIsPublished() {
        assumeTrue(Loader.getPlatform().endsWith("x86_64"), "oneDNN builds exist for x86_64 only");

        assertThat(Backend.start(BackendChoice.CPU, false).report().oneDnn()).isTrue();
    }

    @Test
    void tellsInOneLineWhyThereIsNoGraphicsProcessor() {
        assumeTrue(CudaDevice.obstacle().isPresent(), "this machine has a usable graphics processor");

        assertThatThrownBy(() -> Backend.start(BackendChoice.CUDA, false))
                .isInstanceOf(BackendException.class)
                .hasMessageStartingWith("No graphics processor to compute on: ")
                .hasMessageEndingWith("Choose the backend cpu or auto to go on without one.")
                .hasMessageMatching("[^\\n]*");
    }

    @Test
    void fallsBackToTheProcessorWhenLeftToChoose() {
        assumeTrue(CudaDevice.obstacle().isPresent(), "this machine has a usable graphics processor");

        assertThat(Backend.start(BackendChoice.AUTO, true).report().device()).isEqualTo("cpu");
    }
}
