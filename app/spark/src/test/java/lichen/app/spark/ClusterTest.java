package lichen.app.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lichen.app.cli.worker.Posting;
import org.apache.spark.SparkConf;
import org.apache.spark.util.Utils;
import org.junit.jupiter.api.Test;

class ClusterTest {
    @Test
    void givesEachExecutorOnePartAtATimeAndAThreadForEachCore() {
        SparkConf settings = cluster("local-cluster[3,2,1500]").settings();

        assertThat(settings.get("spark.task.cpus")).isEqualTo("2").isEqualTo(settings.get("spark.executor.cores"));
        assertThat(settings.get("spark.executorEnv.OMP_NUM_THREADS")).isEqualTo("2");
        assertThat(settings.get("spark.executor.memory")).isEqualTo("1500m");
        assertThat(settings.get("spark.cores.max")).isEqualTo("8");
        assertThat(cluster("spark://host:7077").settings().get("spark.executor.instances"))
                .isEqualTo("4");
    }

    @Test
    void heedsWhatTheUserSets() {
        System.setProperty("spark.executor.cores", "3");
        System.setProperty("spark.executor.extraJavaOptions", "-Dmine=1");
        try {
            SparkConf settings = cluster("yarn").settings();
            assertThat(settings.get("spark.task.cpus")).isEqualTo("3");
            assertThat(settings.get("spark.executor.extraJavaOptions")).endsWith(" -Dmine=1");
        } finally {
            System.clearProperty("spark.executor.cores");
            System.clearProperty("spark.executor.extraJavaOptions");
        }
    }

    /** Spark refuses options of memory, and its own: they are settings. */
    @Test
    void handsOnTheOptionsOfJavaThatAreNotForThisProcessAlone() {
        String options = Cluster.options(List.of(
                "-Xmx2g", "-Xms1g", "-Dspark.x=1", "-Dorg.bytedeco.javacpp.maxbytes=3g", "-Xmn64m", "-Da=b \"c\\d"));

        assertThat(scala.jdk.javaapi.CollectionConverters.asJava(Utils.splitCommandString(options)))
                .containsExactly("-Xmn64m", "-Da=b \"c\\d");
    }

    @Test
    void namesTheClassPathFromAnyFolder() {
        assertThat(Cluster.classPath("/x/a.jar" + File.pathSeparator + File.pathSeparator + "classes"))
                .isEqualTo("/x/a.jar" + File.pathSeparator + Path.of("classes").toAbsolutePath());
    }

    private static Cluster cluster(String master) {
        return new Cluster(master, new Posting(4, Optional.of(master), "cpu", false));
    }
}
