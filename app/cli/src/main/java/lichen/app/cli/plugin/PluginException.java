package lichen.app.cli.plugin;

import java.util.List;
import java.util.stream.Collectors;

/** A jar on the class path that is to extend Lichen, and cannot. */
public final class PluginException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says it on one line.
     *
     * @param plugin the class and the jar
     * @param reason what failed
     */
    public PluginException(String plugin, String reason, Throwable cause) {
        super(
                "The plug-in " + plugin + " cannot be used: "
                        + reason.lines().findFirst().orElse("")
                        + ". Take its jar off the class path, or use one that was built for this version of Lichen.",
                cause);
    }

    private PluginException(String message) {
        super(message);
    }

    /** What is wrong with the files of plug-ins, a line for each. */
    static PluginException of(List<String> problems) {
        return new PluginException(problems.stream()
                .map(problem -> "The plug-in " + problem
                        + ". Put a jar there, or take it off the class path (LICHEN_CLASSPATH, or the folder plugins).")
                .collect(Collectors.joining("\n")));
    }
}
