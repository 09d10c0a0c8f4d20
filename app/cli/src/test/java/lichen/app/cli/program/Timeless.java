package lichen.app.cli.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files of runs without what tells how long something took. */
final class Timeless {
    private Timeless() {}

    /** What is in a file, byte for byte but for times and for hashes of files that hold times. */
    static String text(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".csv")) {
            return withoutSeconds(text.lines().toList());
        }
        return name.equals("trial.json")
                ? text.replaceAll("\"seconds\": [^,]*", "")
                        .replaceAll("\\s*\"mebibytes\": [^,]*,", "")
                        .replaceAll("\"metrics.csv\": \"\\w*\"", "")
                        .replaceAll(" in [0-9.]+ s;", "")
                : text;
    }

    private static String withoutSeconds(List<String> lines) {
        List<String> heads = Arrays.asList(lines.get(0).split(",", -1));
        return lines.stream()
                .map(line -> {
                    String[] cells = line.split(",", -1);
                    return IntStream.range(0, cells.length)
                            .filter(i -> i >= heads.size() || !heads.get(i).matches(".*seconds.*|mebibytes|MiB"))
                            .mapToObj(i -> cells[i])
                            .collect(Collectors.joining(","));
                })
                .collect(Collectors.joining("\n"));
    }
}
