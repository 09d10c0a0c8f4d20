package lichen.app.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import lichen.app.cli.plugin.PluginFiles;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Forecast;
import lichen.app.experiment.Foreseen;
import lichen.app.experiment.Surroundings;
import lichen.app.experiment.Workbench;
import lichen.core.backend.EnvironmentReport;
import lichen.io.run.RunDirectory;

/** Tells what a run would do, for {@code run --plan}. */
final class Plans {
    private static final double MEBIBYTE = 1 << 20;
    private static final int MINUTE = 60;

    private final PluginFiles plugins;
    private final Console console;

    @Inject
    Plans(PluginFiles plugins, Console console) {
        this.plugins = plugins;
        this.console = console;
    }

    /** Prints the plan of an experiment of many parts. */
    void print(Experiment experiment, Workbench workbench, EnvironmentReport report, Path runs, String name)
            throws IOException {
        if (!(experiment instanceof Foreseen foreseen)) {
            throw new InputException("--plan: only a comparison or an ablation has parts to plan; leave it out");
        }
        Surroundings surroundings = Surroundings.of(report.device(), plugins.hashes());
        if (Files.isDirectory(runs.resolve(name))) {
            try (RunDirectory run = RunDirectory.extend(runs, name)) {
                print(foreseen.forecast(workbench, surroundings, Optional.of(run)));
            }
        } else {
            print(foreseen.forecast(workbench, surroundings, Optional.empty()));
        }
    }

    private void print(Forecast forecast) {
        PrintWriter out = console.out();
        int left = forecast.parts() - forecast.done();
        out.println(forecast.parts() + " parts, of which " + forecast.done() + " are done and " + left + " are left");
        for (Forecast.Line line : forecast.lines()) {
            String cost = line.cost()
                    .map(known -> String.format(
                            Locale.ROOT, "%.1f s each, %.0f MiB", known.seconds(), known.bytes() / MEBIBYTE))
                    .orElse("the time is not known beforehand");
            out.println("  " + line.method() + ": " + line.left() + " images, " + cost);
        }
        if (left > 0) {
            out.println("about " + words(forecast.seconds()) + " on this machine as it is now, scoring left out");
        }
    }

    private static String words(double seconds) {
        return seconds < 2 * MINUTE
                ? String.format(Locale.ROOT, "%.0f s", seconds)
                : String.format(Locale.ROOT, "%.0f min", seconds / MINUTE);
    }
}
