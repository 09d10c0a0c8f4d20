package lichen.app.cli.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The engines on the class path. */
public final class Engines {
    private static final String WAY_OUT =
            "An engine comes in a jar that the variable LICHEN_ENGINES names; that of Apache Spark is built and used as"
                    + " app/spark/README.md says. Without --engine, processes of this machine make the parts";

    private Engines() {}

    /**
     * The engine of a name.
     *
     * @throws EngineException if there is none, or if one cannot be loaded
     */
    public static Engine named(String name) {
        List<Engine> all = all(name);
        return all.stream()
                .filter(engine -> engine.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new EngineException("--engine " + name + ": there is none of this name on the class path"
                                + (all.isEmpty() ? "" : "; known: " + names(all)) + ". " + WAY_OUT));
    }

    private static List<Engine> all(String wanted) {
        List<Engine> all = new ArrayList<>();
        try {
            ServiceLoader.load(Engine.class).forEach(all::add);
        } catch (ServiceConfigurationError e) {
            throw new EngineException("--engine " + wanted + ": an engine cannot be loaded: " + e.getMessage(), e);
        }
        return all;
    }

    private static String names(List<Engine> engines) {
        return engines.stream().map(Engine::name).sorted().collect(Collectors.joining(", "));
    }
}
