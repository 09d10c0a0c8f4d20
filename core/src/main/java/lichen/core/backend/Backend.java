package lichen.core.backend;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.javacpp.Loader;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The native library that computes. It is loaded once per process, by {@link #start}. */
public final class Backend {
    private static final Logger LOG = LoggerFactory.getLogger(Backend.class);

    /** Platforms for which a library with oneDNN is published. */
    private static final Set<String> WITH_ONEDNN = Set.of("linux-x86_64", "macosx-x86_64", "windows-x86_64");

    /** Names of the native library's instruction set levels. */
    private static final String[] LEVELS = {"generic", "AVX", "AVX2", "AVX-512"};

    private final EnvironmentReport report;

    private Backend(EnvironmentReport report) {
        this.report = report;
    }

    /**
     * Decides, says so, and loads the native library. Later calls find the library loaded and only report.
     *
     * @param choice what the user asks for
     * @param force whether to go on without oneDNN although a library with it exists for this platform
     * @throws BackendException if the choice is not usable here; nothing was loaded then, unless the library itself
     *     turned out to be unsuitable
     */
    public static Backend start(BackendChoice choice, boolean force) {
        String device = decide(choice);
        LOG.info("Computing on {}.", device.equals("cuda") ? "the graphics processor (cuda)" : "the processor (cpu)");
        ND4JClassLoading.setNd4jClassloader(new SingleBackendLoader(device, Backend.class.getClassLoader()));
        try {
            Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
        } catch (LinkageError | RuntimeException e) {
            NativeCache.requireRoom();
            throw new BackendException("The native library for " + device + " did not load (" + rootCause(e)
                    + "). Run `lichen doctor` to see what is installed"
                    + (device.equals("cuda") ? ", or choose the backend cpu." : "."));
        }
        EnvironmentReport report = inspect(device);
        requireOneDnn(report, force);
        return new Backend(report);
    }

    /** What computes, in words. */
    public EnvironmentReport report() {
        return report;
    }

    private static String decide(BackendChoice choice) {
        if (choice == BackendChoice.CPU) {
            return "cpu";
        }
        Optional<String> obstacle = CudaDevice.obstacle();
        if (obstacle.isEmpty()) {
            return "cuda";
        }
        if (choice == BackendChoice.CUDA) {
            throw new BackendException("No graphics processor to compute on: " + obstacle.orElseThrow()
                    + " Choose the backend cpu or auto to go on without one.");
        }
        return "cpu";
    }

    private static EnvironmentReport inspect(String device) {
        NativeOps library = NativeOpsHolder.getInstance().getDeviceNativeOps();
        boolean oneDnn = library.buildInfo().contains("ONEDNN");
        return new EnvironmentReport(
                device,
                "ND4J " + libraryName(),
                oneDnn,
                level(library.binaryLevel()) + " (the processor offers " + level(library.optimalLevel()) + ")",
                library.ompGetMaxThreads(),
                Nd4j.dataType().name().toLowerCase(Locale.ROOT) + "32",
                System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", Java "
                        + System.getProperty("java.version"));
    }

    private static String libraryName() {
        String version = Optional.ofNullable(Nd4j.class.getPackage().getImplementationVersion())
                .orElse("1.0.0-M2.1");
        return Loader.getLoadedLibraries().values().stream()
                .filter(path -> path.contains("nd4j-"))
                .map(path -> path.replaceAll(".*(nd4j-[a-z]+)-([^/\\\\]*?)\\.jar.*", "$1 $2"))
                .findFirst()
                .orElse(version);
    }

    private static String level(int level) {
        return level >= 0 && level < LEVELS.length ? LEVELS[level] : "level " + level;
    }

    private static void requireOneDnn(EnvironmentReport report, boolean force) {
        if (report.oneDnn() || !report.device().equals("cpu")) {
            return;
        }
        String platform = Loader.getPlatform();
        String found = "The native library " + report.library() + " has no oneDNN: its convolutions take minutes "
                + "where oneDNN takes a second.";
        if (!WITH_ONEDNN.contains(platform)) {
            LOG.warn("{} None with oneDNN is published for {}; expect long runs.", found, platform);
        } else if (force) {
            LOG.warn("{} Going on, as asked for.", found);
        } else {
            throw new BackendException(found + " Put nd4j-native with the classifier " + platform
                    + "-onednn-avx2 on the class path in place of the plain one, or go on with --force-backend.");
        }
    }

    private static String rootCause(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }
}
