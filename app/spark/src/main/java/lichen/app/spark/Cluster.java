package lichen.app.spark;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lichen.app.cli.worker.Posting;
import org.apache.spark.SparkConf;

/**
 * A cluster, and how its executors are started: each makes one part at a time with all of its cores. What the user sets by
 * {@code -Dspark.…} outranks what is set here.
 *
 * @param master where it is, in Spark's words
 * @param posting what it is wanted for
 */
record Cluster(String master, Posting posting) {
    /** How a cluster on this machine begins, and the variable that names the folder of Spark, of which it needs the jars. */
    static final String LOCAL = "local-cluster";

    static final String HOME = "SPARK_HOME";

    private static final Pattern LOCAL_SIZES = Pattern.compile(LOCAL + "\\[ *\\d+ *, *(\\d+) *, *(\\d+) *]");
    private static final String CORES = "spark.executor.cores";
    private static final String OPTIONS = "spark.executor.extraJavaOptions";
    private static final String ENVIRONMENT = "spark.executorEnv.";
    private static final String THREADS = "OMP_NUM_THREADS";

    /** What the launcher sets for the native library besides its threads. */
    private static final List<String> HANDED_ON = List.of("GOMP_SPINCOUNT", "MALLOC_MMAP_THRESHOLD_");

    /** Options that are for this process alone: of its memory, of debuggers, and of Spark, which are settings there. */
    private static final Pattern OWN =
            Pattern.compile("-Xm[xs].*|-XX:ActiveProcessorCount=.*|-agentlib:.*|-javaagent:.*|-Dspark[.].*"
                    + "|-Dorg[.]bytedeco[.]javacpp[.]max.*");

    /** The settings by which a program of Spark begins. */
    SparkConf settings() {
        SparkConf settings = new SparkConf().setAppName("Lichen").setMaster(master);
        Matcher local = LOCAL_SIZES.matcher(master);
        if (local.matches()) {
            settings.setIfMissing(CORES, local.group(1)).setIfMissing("spark.executor.memory", local.group(2) + "m");
            // Elsewhere the scripts set it that start Spark's workers.
            settings.setIfMissing(ENVIRONMENT + "SPARK_SCALA_VERSION", "2.13");
        }
        int cores = settings.getInt(CORES, 1);
        settings.set(CORES, Integer.toString(cores)).set("spark.task.cpus", Integer.toString(cores));
        settings.setIfMissing("spark.cores.max", Integer.toString(cores * posting.jobs()));
        settings.setIfMissing("spark.executor.instances", Integer.toString(posting.jobs()));
        // What two executors have died of a third will die of as well.
        settings.setIfMissing("spark.task.maxFailures", "2");
        settings.setIfMissing("spark.ui.enabled", "false");
        settings.setIfMissing("spark.executor.extraClassPath", classPath(System.getProperty("java.class.path", "")));
        settings.set(OPTIONS, (options(inputArguments()) + " " + settings.get(OPTIONS, "")).strip());
        settings.setIfMissing(ENVIRONMENT + THREADS, Integer.toString(cores));
        for (String name : HANDED_ON) {
            Optional.ofNullable(System.getenv(name))
                    .ifPresent(value -> settings.setIfMissing(ENVIRONMENT + name, value));
        }
        return settings;
    }

    private static List<String> inputArguments() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments();
    }

    /** Executors do not begin in this folder. */
    static String classPath(String own) {
        return Arrays.stream(own.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().normalize().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The options of an executor, quoted as Spark reads them. */
    static String options(List<String> own) {
        return own.stream()
                .filter(option -> !OWN.matcher(option).matches())
                .map(option -> '"' + option.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(" "));
    }
}
