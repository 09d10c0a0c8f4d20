package lichen.app.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lichen.app.cli.Wiring;
import lichen.app.cli.program.Workplace;
import lichen.app.cli.worker.Posting;
import lichen.app.cli.worker.Workshop;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Made;
import lichen.app.experiment.ProgressDisplay;
import lichen.app.experiment.Session;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.trial.TrialKeys;
import lichen.core.backend.BackendChoice;
import lichen.core.random.RandomStreams;
import lichen.io.image.ImageCodec;
import lichen.io.json.ConfigReader;
import lichen.io.json.ConfigText;
import lichen.io.run.RunDirectory;
import lichen.io.run.Status;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One part, sent and delivered without a cluster. */
class SentPartTest {
    private static final Posting POSTING = new Posting(1, Optional.empty(), "cpu", false);

    @TempDir
    private Path folder;

    /** As on another machine: when it is made, what it names is no longer here. */
    @Test
    void needsNoFileOfTheMachineThatSendsIt() throws IOException {
        try (Sender sender = new Sender(folder)) {
            Parcel parcel = sender.parcel(sender.key());
            Files.delete(folder.resolve("photo.png"));

            Delivery delivery = new Errand().call(parcel);
            Made made = delivery.made(sender.part, sender.session);

            assertThat(parcel.order()).doesNotContain(folder.toString());
            assertThat(made.verdict().status()).as(made.verdict().message()).isEqualTo(Status.DONE);
            assertThat(sender.session.run().image("result")).isRegularFile();
            assertThat(sender.session.run().metrics()).isRegularFile();
            assertThat(delivery.files()).containsKeys("images/result.png", "metrics.csv");
        }
    }

    /** As where an executor has another plug-in, or another version of Lichen. */
    @Test
    void isNotMadeWhereItWouldBeAnother() throws IOException {
        try (Sender sender = new Sender(folder)) {
            Made made = new Errand().call(sender.parcel("another key")).made(sender.part, sender.session);

            assertThat(made.verdict().status()).isEqualTo(Status.FAILED);
            assertThat(made.verdict().message())
                    .startsWith("the process that makes it sees another file that it names");
        }
    }

    /** Has a part, and a way to send it. */
    private static final class Sender implements AutoCloseable {
        private final JavaSparkContext context = new JavaSparkContext(settings());
        private final RunDirectory run;
        private final Workbench part;
        private final Session session;

        Sender(Path folder) throws IOException {
            Workplace place = Workplace.in(folder);
            Injector injector = Wiring.injector();
            ConfigText text = new ConfigText("tiny", folder, Files.readString(place.config()));
            part = new Workbench(
                    injector.getInstance(ConfigReader.class).read(text, List.of(), Experiment.class),
                    injector.getInstance(ImageCodec.class),
                    new RandomStreams(7));
            run = RunDirectory.create(folder.resolve("runs"), "whole", "{}");
            session = injector.getInstance(Workshop.class)
                    .open(BackendChoice.CPU, false)
                    .session(run.part("one"), ProgressDisplay.none());
        }

        String key() throws IOException {
            return new TrialKeys(part.config().registry(), session.surroundings())
                    .of(part.config().value());
        }

        Parcel parcel(String key) throws IOException {
            return new Freight(context, POSTING).parcel(part, key, session);
        }

        @Override
        public void close() throws IOException {
            run.close();
            context.close();
        }
    }

    private static SparkConf settings() {
        return new SparkConf()
                .setMaster("local[1]")
                .setAppName("test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1");
    }
}
