package lichen.app.cli.worker;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * What a worker is asked to make.
 *
 * @param part the name of the part's folder in the run
 * @param key the hash of all that can change its result, as the process sees it that asks
 * @param experiment the experiment as JSON, all keys filled in
 */
public record Order(String part, String key, String experiment) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a line. */
    public static Order of(String line) throws IOException {
        return JSON.readValue(line, Order.class);
    }

    /** The line that says it. */
    public String line() throws IOException {
        return JSON.writeValueAsString(this);
    }
}
