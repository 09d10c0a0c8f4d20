package lichen.app;

import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.spi.Element;
import com.google.inject.spi.Elements;
import com.google.inject.spi.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The Guice modules of other people's jars on the class path, found by {@link ServiceLoader}. */
final class Plugins {
    private Plugins() {}

    /**
     * Loads the modules, and tries each by itself, so that a broken one can be named.
     *
     * @throws PluginException if one cannot be loaded or does not work
     */
    static List<Module> load() {
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

    /** The classes and jars of modules: {@code gold.GoldModule (gold.jar)}. */
    static String names(List<Module> modules) {
        return modules.stream().map(Plugins::name).collect(Collectors.joining(", "));
    }

    private static String name(Module module) {
        String jar = Optional.ofNullable(module.getClass().getProtectionDomain().getCodeSource())
                .map(source -> Path.of(source.getLocation().getPath()).getFileName())
                .map(file -> " (" + file + ")")
                .orElse("");
        return module.getClass().getName() + jar;
    }
}
