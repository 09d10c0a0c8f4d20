package lichen.app.cli.command;

import com.google.inject.Binder;
import com.google.inject.Module;
import lichen.app.cli.worker.Workshop;

/** Binds the commands and what they share. */
public final class CommandModule implements Module {
    @Override
    public void configure(Binder binder) {
        binder.bind(LichenCommand.class);
        binder.bind(CheckCommand.class);
        binder.bind(ListCommand.class);
        binder.bind(RunCommand.class);
        binder.bind(WorkerCommand.class);
        binder.bind(Workshop.class);
        binder.bind(ExtractCommand.class);
        binder.bind(StylizeCommand.class);
        binder.bind(FillCommand.class);
        binder.bind(PictureMaker.class);
        binder.bind(SampleCommand.class);
        binder.bind(RescoreCommand.class);
        binder.bind(RunRecorder.class);
        binder.bind(Plans.class);
        binder.bind(ProbeCommand.class);
        binder.bind(NetworkCommand.class);
        binder.bind(MeasureCommand.class);
        binder.bind(MeasureChoice.class);
        binder.bind(DoctorCommand.class);
        binder.bind(SchemaCommand.class);
        binder.bind(CompletionCommand.class);
        binder.bind(ConfigFinder.class);
        binder.bind(Checkup.class);
    }
}
