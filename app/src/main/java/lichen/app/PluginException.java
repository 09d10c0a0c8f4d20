package lichen.app;

/** A jar on the class path that says it extends Lichen, and cannot. */
final class PluginException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says it on one line.
     *
     * @param plugin the class and the jar
     * @param reason what failed
     */
    PluginException(String plugin, String reason, Throwable cause) {
        super(
                "The plug-in " + plugin + " cannot be used: "
                        + reason.lines().findFirst().orElse("")
                        + ". Take its jar off the class path, or use one that was built for this version of Lichen.",
                cause);
    }
}
