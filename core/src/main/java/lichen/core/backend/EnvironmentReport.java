package lichen.core.backend;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What computes, in words.
 *
 * @param device "cpu" or "cuda"
 * @param library the native library, with its build
 * @param oneDnn whether the library has the oneDNN convolutions
 * @param instructionSet what the library was built for, and what the processor offers
 * @param threads how many threads the native library uses
 * @param precision the data type of all tensors
 * @param platform operating system, architecture and Java
 */
public record EnvironmentReport(
        String device,
        String library,
        boolean oneDnn,
        String instructionSet,
        int threads,
        String precision,
        String platform) {
    /** The same as pairs of a label and a text, in order, for people and manifests. */
    public Map<String, String> rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("device", device);
        rows.put("library", library);
        rows.put("oneDNN", oneDnn ? "yes" : "no");
        rows.put("instruction set", instructionSet);
        rows.put("threads", Integer.toString(threads));
        rows.put("precision", precision);
        rows.put("platform", platform);
        return rows;
    }
}
