package lichen.app.cli.command;

import com.google.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import lichen.app.experiment.Version;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.tensor.Throughput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lichen doctor}: what computes here, and how fast. */
@Command(name = "doctor", description = "Reports what computes here, and how fast it convolves.")
public final class DoctorCommand implements Callable<Integer> {
    private static final double SECONDS = 2;
    private static final long MEBIBYTE = 1L << 20;

    @Option(names = "--backend", paramLabel = "cpu|cuda|auto", description = "What to examine (default: auto).")
    private BackendChoice backend = BackendChoice.AUTO;

    private final Console console;

    @Inject
    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("lichen", Version.number());
        rows.putAll(Backend.start(backend, true).report().rows());
        rows.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        rows.put("heap limit", Runtime.getRuntime().maxMemory() / MEBIBYTE + " MiB");
        rows.put("native limit", nativeLimit());
        rows.put(
                "convolution",
                String.format(
                        Locale.ROOT, "%.0f GFLOP/s (5 x 5, 32 channels, 256 x 256)", Throughput.gigaflops(SECONDS)));
        rows.forEach((name, value) -> console.out().printf(Locale.ROOT, "%-16s %s%n", name, value));
        return ExitCode.DONE;
    }

    private static String nativeLimit() {
        return System.getProperty("org.bytedeco.javacpp.maxbytes", "that of the heap")
                .replaceFirst("(?i)(?<=[0-9])m$", " MiB")
                .replaceFirst("(?i)(?<=[0-9])g$", " GiB");
    }
}
