package lichen.app.quality.measure;

import lichen.app.quality.Measure;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import org.junit.jupiter.api.BeforeAll;

class PortillaSimoncelliDistanceTest extends MeasureContract {
    @BeforeAll
    static void startBackend() {
        Backend.start(BackendChoice.CPU, false);
    }

    @Override
    protected Measure measure() {
        return new PortillaSimoncelliDistance();
    }

    /** In 64 pixels, coarse scales have so few numbers that two parts differ in them more than a blur changes the fine ones. */
    @Override
    protected boolean seesBlur() {
        return false;
    }
}
