package lichen.app.cli.plugin;

import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.spi.Element;
import com.google.inject.spi.Elements;
import com.google.inject.spi.Message;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * Other people's jars on the class path.
 *
 * @param modules their Guice modules, found by {@link ServiceLoader}
 * @param files the jars
 */
public record Plugins(List<Module> modules, PluginFiles files) {
    /** Nobody's. */
    public static final Plugins NONE = new Plugins(List.of(), new PluginFiles(List.of()));

    /** Keeps the order. */
    public Plugins {
        modules = List.copyOf(modules);
    }

    /**
     * Checks the jars that the launcher names, loads the modules, and tries each by itself, so that a broken one can be named.
     *
     * @throws PluginException if one is no jar, cannot be loaded or does not work
     */
    public static Plugins load() {
        PluginFiles files = PluginFiles.of(System.getProperty(PluginFiles.PROPERTY, ""));
        List<Module> modules = found();
        return new Plugins(
                modules,
                files.and(modules.stream()
                        .map(Plugins::file)
                        .flatMap(Optional::stream)
                        .toList()));
    }

    private static List<Module> found() {
        List<Module> modules = new ArrayList<>();
        try {
            Iterator<Module> found = ServiceLoader.load(Module.class).iterator();
            while (found.hasNext()) {
                Module module = found.next();
                tryOut(module);
                modules.add(module);
            }
        } catch (ServiceConfigurationError e) {
            String message = String.valueOf(e.getMessage());
            String cause = e.getCause() == null ? "" : " (" + e.getCause() + ")";
            throw new PluginException(ServiceFiles.naming(message), message + cause, e);
        }
        return modules;
    }

    private static void tryOut(Module module) {
        try {
            for (Element element : Elements.getElements(Stage.PRODUCTION, module)) {
                if (element instanceof Message message) {
                    Throwable cause = Objects.requireNonNullElseGet(
                            message.getCause(), () -> new IllegalStateException(message.getMessage()));
                    throw new PluginException(name(module), cause.toString(), cause);
                }
            }
        } catch (LinkageError e) {
            throw new PluginException(name(module), e.toString(), e);
        }
    }

    /** The classes and jars of the modules: {@code gold.GoldModule (gold.jar)}. */
    public String names() {
        return modules.stream().map(Plugins::name).collect(Collectors.joining(", "));
    }

    private static String name(Module module) {
        return module.getClass().getName()
                + file(module).map(file -> " (" + file.getFileName() + ")").orElse("");
    }

    private static Optional<Path> file(Module module) {
        return Optional.ofNullable(module.getClass().getProtectionDomain().getCodeSource())
                .map(source -> Path.of(URI.create(source.getLocation().toString())));
    }
}
