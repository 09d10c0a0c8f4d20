package lichen.app.spark;

import java.io.Serializable;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;

/**
 * What an executor is sent for one part.
 *
 * @param order what to make, as a line; files in it stand by their names among the inputs
 * @param run the resolved experiment of the whole run, as JSON
 * @param inputs the contents of the files, by {@code <SHA-256>/<name>}; each executor fetches each once
 * @param device what computes, in one word
 * @param force whether to go on with an unsuitable native library
 */
record Parcel(String order, String run, Map<String, Broadcast<byte[]>> inputs, String device, boolean force)
        implements Serializable {
    /** Copies the map. */
    Parcel {
        inputs = Map.copyOf(inputs);
    }
}
