package lichen.app.experiment.bundled;

import com.google.inject.Guice;
import com.google.inject.Injector;
import lichen.app.quality.measure.MeasureModule;
import lichen.core.CoreModule;
import lichen.descriptor.DescriptorModule;
import lichen.io.IoModule;
import lichen.model.ModelModule;
import lichen.synthesis.SynthesisModule;

/** Lichen as a program without a command line puts it together. */
public final class Wiring {
    private Wiring() {}

    /** All of Lichen but its commands, no plug-ins. */
    public static Injector injector() {
        return Guice.createInjector(
                new ModelModule(),
                new DescriptorModule(),
                new CoreModule(),
                new SynthesisModule(),
                new IoModule(),
                new MeasureModule(),
                new ExperimentModule());
    }
}
