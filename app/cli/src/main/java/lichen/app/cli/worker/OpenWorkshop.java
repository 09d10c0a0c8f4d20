package lichen.app.cli.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Made;
import lichen.app.experiment.PartMeter;
import lichen.app.experiment.ProgressDisplay;
import lichen.app.experiment.Session;
import lichen.app.experiment.Surroundings;
import lichen.app.experiment.ThisProcess;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.trial.TrialKeys;
import lichen.core.random.RandomStreams;
import lichen.io.file.FullDiskException;
import lichen.io.image.ImageCodec;
import lichen.io.json.Config;
import lichen.io.json.ConfigException;
import lichen.io.json.ConfigReader;
import lichen.io.json.ConfigText;
import lichen.io.run.RunDirectory;

/** Carries out orders, one after the other: what fails is a reply too. */
public final class OpenWorkshop {
    private final ConfigReader reader;
    private final ImageCodec images;
    private final Surroundings surroundings;

    OpenWorkshop(ConfigReader reader, ImageCodec images, Surroundings surroundings) {
        this.reader = reader;
        this.images = images;
        this.surroundings = surroundings;
    }

    /**
     * What a part is made in, of which the state is saved and which may be interrupted.
     *
     * @param interruption is given what to call then
     */
    public Session session(RunDirectory part, ProgressDisplay progress, Consumer<Runnable> interruption) {
        return session(part, progress, interruption, true);
    }

    /** What a part is made in of which nothing but the result is wanted. */
    public Session session(RunDirectory part, ProgressDisplay progress) {
        return session(part, progress, stop -> {}, false);
    }

    private Session session(
            RunDirectory part, ProgressDisplay progress, Consumer<Runnable> interruption, boolean resumable) {
        return new Session(part, images, progress, interruption, resumable, surroundings, new ThisProcess(), () -> {});
    }

    /**
     * Carries out an order.
     *
     * @param folder what relative paths in it start from
     */
    public Reply.Ending make(Order order, Path folder, Session session) {
        PartMeter meter = PartMeter.start();
        try {
            ConfigText text = new ConfigText(order.part(), folder, order.experiment());
            Config<Experiment> config = reader.read(text, List.of(), Experiment.class);
            requireSame(order, config, session);
            Workbench part = new Workbench(
                    config, images, new RandomStreams(config.value().seed()));
            return Reply.End.of(meter.made(ThisProcess.run(part, session)));
        } catch (ConfigException e) {
            return Reply.Refusal.of(e.problems());
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            Made failed = meter.made(ThisProcess.failed(e));
            return FullDiskException.isBehind(e)
                    ? new Reply.NoRoom(failed.verdict().message())
                    : Reply.End.of(failed);
        }
    }

    /** What this process reads must be what the other has read. */
    private static void requireSame(Order order, Config<Experiment> config, Session session) throws IOException {
        String key = new TrialKeys(config.registry(), session.surroundings()).of(config.value());
        if (!key.equals(order.key())) {
            throw new IOException(
                    "the process that makes it sees another file that it names, other plug-ins, another device or"
                            + " another version of Lichen than the one that runs the whole; bring back what was there, or run it"
                            + " under a new --name");
        }
    }
}
