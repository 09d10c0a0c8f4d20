package lichen.app.cli.worker;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a process is started that runs the same program as this one, with a share of its threads and of its memory. The process that shares
 * keeps a share of memory for itself, for what it has opened.
 *
 * @param shares into how many parts threads are divided
 */
record JavaCommand(int shares) {
    /** What the launcher limits, besides the heap. */
    private static final List<String> NATIVE_LIMITS =
            List.of("org.bytedeco.javacpp.maxbytes", "org.bytedeco.javacpp.maxphysicalbytes");

    private static final String THREADS = "OMP_NUM_THREADS";
    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,15})([kmgt]?)b?");
    private static final String UNITS = "kmgt";
    private static final int KIBI = 1024;

    /** How many threads each has, at least one. */
    int threads() {
        String given = Optional.ofNullable(System.getenv(THREADS)).orElse("");
        int all = given.matches("[1-9][0-9]{0,4}")
                ? Integer.parseInt(given)
                : Runtime.getRuntime().availableProcessors();
        return Math.max(1, all / shares);
    }

    /** The words of a command that runs a class of this program. */
    List<String> of(String main, List<String> arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-agentlib:") && !option.startsWith("-javaagent:"))
                .forEach(words::add);
        words.add("-Xmx" + Runtime.getRuntime().maxMemory() / (shares + 1));
        words.add("-XX:ActiveProcessorCount=" + threads());
        for (String limit : NATIVE_LIMITS) {
            bytes(System.getProperty(limit, ""))
                    .ifPresent(amount -> words.add("-D" + limit + "=" + amount / (shares + 1)));
        }
        words.addAll(List.of("-cp", System.getProperty("java.class.path", ""), main));
        words.addAll(arguments);
        return words;
    }

    /** An amount of memory such as {@code 512m}; empty if it is none. */
    static Optional<Long> bytes(String amount) {
        Matcher parts = AMOUNT.matcher(amount.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        long bytes = Long.parseLong(parts.group(1));
        for (int i = 0; !parts.group(2).isEmpty() && i <= UNITS.indexOf(parts.group(2)); i++) {
            bytes *= KIBI;
        }
        return Optional.of(bytes);
    }
}
