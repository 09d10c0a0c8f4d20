package lichen.app.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import lichen.app.cli.worker.Engine;
import lichen.app.cli.worker.EngineException;
import lichen.app.cli.worker.Engines;
import lichen.app.cli.worker.Posting;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class SparkEngineTest {
    @Test
    void isFoundByItsName() {
        assertThat(Engines.named("spark")).isInstanceOf(SparkEngine.class);
        assertThatThrownBy(() -> Engines.named("flint"))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("--engine flint: there is none of this name on the class path; known: spark. ");
    }

    @Test
    void refusesWhatIsNoCluster() {
        assertRefused(
                Optional.empty(), "--engine spark: say by --master where the cluster is, such as spark://host:7077");
        assertRefused(Optional.of("local[2]"), "--master local[2]: that is no cluster but this process");
        assertRefused(Optional.of("moss"), "--master moss: Could not parse Master URL");
    }

    @Test
    void refusesAClusterOfThisMachineWithoutTheFolderOfSpark() {
        Assumptions.assumeTrue(System.getenv("SPARK_HOME") == null, "the environment names the folder of Spark");
        assertRefused(
                Optional.of("local-cluster[2,1,1024]"),
                "--master local-cluster[2,1,1024]: such a cluster starts executors from the folder of Spark; let SPARK_HOME"
                        + " name it");
    }

    /** As where the engine's jar was named without those of Spark. */
    @Test
    void saysThatSparkIsMissing() throws ReflectiveOperationException {
        Engine engine = (Engine) new WithoutSpark()
                .loadClass(SparkEngine.class.getName())
                .getConstructor()
                .newInstance();

        assertThat(engine.name()).isEqualTo("spark");
        assertThatThrownBy(() -> engine.engage(new Posting(2, Optional.of("spark://host:7077"), "cpu", false)))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("--engine spark: the libraries of Spark are not on the class path (")
                .hasMessageEndingWith("name them in LICHEN_ENGINES too: <Spark's folder>/jars/*");
    }

    /** Sees this module, and no class of Spark. */
    private static final class WithoutSpark extends ClassLoader {
        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.apache.spark.")) {
                throw new ClassNotFoundException(name);
            }
            return name.startsWith("lichen.app.spark.") ? own(name) : super.loadClass(name, resolve);
        }

        private Class<?> own(String name) throws ClassNotFoundException {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private static void assertRefused(Optional<String> master, String message) {
        assertThatThrownBy(() -> new SparkEngine().engage(new Posting(2, master, "cpu", false)))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining(message);
    }
}
