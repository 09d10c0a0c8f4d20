package lichen.io.webp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The long lists of numbers of RFC 6386, from a resource. */
final class Constants {
    private static final Map<String, int[]> LISTS = read();

    private Constants() {}

    /** A copy of a list, by the name that stands above it. */
    static int[] of(String name) {
        return Objects.requireNonNull(LISTS.get(name)).clone();
    }

    private static Map<String, int[]> read() {
        try (InputStream in = Objects.requireNonNull(Constants.class.getResourceAsStream("constants.txt"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            Map<String, int[]> lists = new HashMap<>();
            String name = "";
            for (String line : reader.lines().toList()) {
                if (line.isEmpty() || line.startsWith("#")) {
                    continue;
                }
                if (Character.isLetter(line.charAt(0))) {
                    name = line;
                } else {
                    lists.merge(name, numbers(line), Constants::joined);
                }
            }
            return lists;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] numbers(String line) {
        return List.of(line.split(" ")).stream().mapToInt(Integer::parseInt).toArray();
    }

    private static int[] joined(int[] first, int[] second) {
        int[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
