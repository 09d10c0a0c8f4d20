package lichen.app.cli;

import com.google.inject.Binder;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lichen.app.cli.command.CommandModule;
import lichen.app.cli.command.Console;
import lichen.app.cli.command.ExitCode;
import lichen.app.cli.command.Failures;
import lichen.app.cli.command.LichenCommand;
import lichen.app.cli.plugin.PluginException;
import lichen.app.cli.plugin.PluginFiles;
import lichen.app.cli.plugin.Plugins;
import lichen.app.cli.worker.Workshop;
import lichen.app.experiment.bundled.ExperimentModule;
import lichen.app.quality.measure.MeasureModule;
import lichen.core.CoreModule;
import lichen.descriptor.DescriptorModule;
import lichen.io.IoModule;
import lichen.model.ModelModule;
import lichen.synthesis.SynthesisModule;
import picocli.CommandLine;

/** Starts the program. */
public final class Main {
    private Main() {}

    /** Runs a command and ends the process with its {@link ExitCode}. */
    public static void main(String[] arguments) {
        System.exit(run(Console.ofProcess(), arguments));
    }

    /**
     * Runs a command.
     *
     * @return its {@link ExitCode}
     */
    public static int run(Console console, String... arguments) {
        try {
            Injector injector = injector(console, Plugins.load());
            Failures failures = new Failures();
            return new CommandLine(injector.getInstance(LichenCommand.class), factory(injector))
                    .setOut(console.out())
                    .setErr(console.err())
                    .setExpandAtFiles(false)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setExecutionExceptionHandler(failures)
                    .setParameterExceptionHandler(failures)
                    .execute(arguments);
        } catch (PluginException e) {
            console.err().println(e.getMessage());
            return ExitCode.INPUT;
        } catch (RuntimeException | Error e) {
            return Failures.reportFault(e, console, List.of(arguments));
        }
    }

    /** Where a process that has no command of its own makes parts of runs: an executor of an engine. */
    public static Workshop workshop() {
        return injector(Console.ofProcess(), Plugins.load()).getInstance(Workshop.class);
    }

    static Injector injector(Console console, Plugins plugins) {
        List<Module> modules = new ArrayList<>(List.of(
                Main::requireStrictness,
                binder -> binder.bind(Console.class).toInstance(console),
                binder -> binder.bind(PluginFiles.class).toInstance(plugins.files()),
                new CoreModule(),
                new ModelModule(),
                new DescriptorModule(),
                new SynthesisModule(),
                new IoModule(),
                new MeasureModule(),
                new ExperimentModule(),
                new CommandModule()));
        modules.addAll(plugins.modules());
        try {
            return Guice.createInjector(Stage.PRODUCTION, modules);
        } catch (CreationException e) {
            if (plugins.modules().isEmpty()) {
                throw e;
            }
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new PluginException(plugins.names(), String.valueOf(cause.getMessage()), e);
        }
    }

    private static void requireStrictness(Binder binder) {
        binder.requireExplicitBindings();
        binder.requireAtInjectOnConstructors();
        binder.requireExactBindingAnnotations();
        binder.disableCircularProxies();
    }

    /** Commands come from the injector; what else the command line needs, it makes by itself. */
    private static CommandLine.IFactory factory(Injector injector) {
        return new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                return injector.getExistingBinding(Key.get(type)) == null
                        ? CommandLine.defaultFactory().create(type)
                        : injector.getInstance(type);
            }
        };
    }
}
