package lichen.io.json;

/**
 * Something wrong with a config: where, what was found, why it is wrong and the way out.
 *
 * @param path the key, from the root: {@code $.objective.layers[1]}
 * @param place where it was written
 * @param message one or more sentences on one line
 */
public record Problem(String path, Place place, String message) {
    /** Ends the message with a full stop. */
    public Problem {
        message = message.matches("(?s).*[.?!]") ? message : message + ".";
    }

    /** The problem on one line: {@code $.seed (gravel.json:2:11): expected a whole number, found 3.5.} */
    @Override
    public String toString() {
        return path + " (" + place + "): " + message;
    }
}
