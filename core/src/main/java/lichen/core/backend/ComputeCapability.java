package lichen.core.backend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The generation of a graphics card. The CUDA library of ND4J holds machine code for 3.7 to 8.6 and no intermediate
 * code, so it runs on those and on later cards of generation 8 (machine code runs on the same major number and a minor
 * one that is no smaller), and on no other.
 *
 * <p>Source: NVIDIA, CUDA C++ Programming Guide, section "Binary Compatibility".
 *
 * @param major the generation
 * @param minor the revision
 */
record ComputeCapability(int major, int minor) {
    private static final Pattern LINE = Pattern.compile("(?m)^\\s*(\\d{1,3})\\.(\\d{1,3})\\s*$");
    private static final long SECONDS = 20;

    /** That of the card that CUDA takes by default, as the driver's tool tells; empty where it tells nothing. */
    static Optional<ComputeCapability> ofFirstCard() {
        Process tool = null;
        try {
            tool = new ProcessBuilder("nvidia-smi", "--query-gpu=compute_cap", "--format=csv,noheader")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            tool.getOutputStream().close();
            return tool.waitFor(SECONDS, TimeUnit.SECONDS) ? read(said(tool)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            if (tool != null) {
                tool.destroyForcibly();
            }
        }
    }

    private static String said(Process tool) throws IOException {
        return new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The first of what the driver's tool printed, one line a card; empty if it is no number. */
    static Optional<ComputeCapability> read(String lines) {
        Matcher line = LINE.matcher(lines);
        return line.find()
                ? Optional.of(new ComputeCapability(Integer.parseInt(line.group(1)), Integer.parseInt(line.group(2))))
                : Optional.empty();
    }

    /** Why the library does not run on such a card, as a sentence; empty if it does. */
    Optional<String> obstacle() {
        boolean runs = major == 3 && minor >= 7 || major >= 4 && major <= 8;
        return runs
                ? Optional.empty()
                : Optional.of("the card is of compute capability " + major + "." + minor
                        + ", and ND4J's library for CUDA 11.6 was built for 3.7 to 8.9.");
    }
}
