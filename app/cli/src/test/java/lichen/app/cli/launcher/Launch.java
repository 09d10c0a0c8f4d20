package lichen.app.cli.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A start of the launcher with a stand-in for Java (and Maven) first on the path.
 *
 * @param script the launcher, by any path
 * @param tools the folder of the stand-ins
 * @param environment variables set besides
 */
record Launch(Path script, Path tools, Map<String, String> environment) {
    /** Prints the arguments, one a line, its process number and three variables; ends with 7. */
    static final String JAVA = """
            #!/bin/sh
            if [ "$1" = -version ]; then
              echo 'openjdk version "17.0.9" 2023-10-17' >&2
              exit 0
            fi
            for argument in "$@"; do
              printf '[%s]\\n' "$argument"
            done
            echo "process=$$"
            echo "threads=$OMP_NUM_THREADS"
            echo "threshold=$MALLOC_MMAP_THRESHOLD_"
            echo "spins=$GOMP_SPINCOUNT"
            exit 7
            """;

    /** What the launcher printed and how it ended. */
    record Outcome(int exitCode, long process, String output) {
        /** The number behind a prefix. */
        long number(String prefix) {
            return output.lines()
                    .filter(line -> line.startsWith(prefix))
                    .map(line -> line.substring(prefix.length()).replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no line starts with " + prefix + " in\n" + output));
        }
    }

    Launch with(String variable, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(variable, value);
        return new Launch(script, tools, more);
    }

    Launch from(Path otherScript) {
        return new Launch(otherScript, tools, environment);
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> variables = builder.environment();
        variables.keySet().removeIf(name -> name.startsWith("LICHEN_") || name.startsWith("MALLOC_"));
        variables.keySet().removeAll(List.of("JAVA_HOME", "OMP_NUM_THREADS", "GOMP_SPINCOUNT", "XDG_CACHE_HOME"));
        variables.put("PATH", tools + ":/usr/bin:/bin:/usr/sbin:/sbin");
        variables.putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), process.pid(), output);
    }

    /** Writes a file that can be run. */
    static void writeProgram(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
