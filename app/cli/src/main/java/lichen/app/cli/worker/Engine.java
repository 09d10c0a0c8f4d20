package lichen.app.cli.worker;

/**
 * A way to have the parts of a run made elsewhere than by processes of this machine. Found by {@link java.util.ServiceLoader}, not
 * among plug-ins: it changes no result, so that it counts for no key. It is asked for its name where its libraries are missing too;
 * hence two methods.
 */
public interface Engine {
    /** What the user calls it. */
    String name();

    /**
     * Finds a crew.
     *
     * @throws EngineException if there is none to be had, with the way out
     */
    Crew engage(Posting posting);
}
