package lichen.io.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import lichen.core.check.Require;
import lichen.io.file.WriteException;

/**
 * The numbers of a run, a row for each evaluation or step: {@code metrics.csv}. A row is handed to the system as soon as it is
 * there, in one piece; {@link #flush} puts all of them onto the disk.
 */
public final class MetricsCsv implements AutoCloseable {
    private final Path file;
    private final int values;
    private final FileChannel channel;

    private MetricsCsv(Path file, int values, FileChannel channel) {
        this.file = file;
        this.values = values;
        this.channel = channel;
    }

    /**
     * Starts a file with its header.
     *
     * @param columns the columns; the first is a count that rises: 1 for the first evaluation, and so on
     */
    public static MetricsCsv create(Path file, List<String> columns) throws IOException {
        for (String column : columns) {
            Require.that(column.matches("[\\w.-]+"), "columns", "must be words, but one is \"" + column + "\"");
        }
        FileChannel channel = open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        MetricsCsv metrics = new MetricsCsv(file, columns.size() - 1, channel);
        metrics.write(header(columns));
        return metrics;
    }

    /**
     * Opens a file to go on after a row: what was written later is cut off, and so is a row that a killed process
     * left unfinished.
     *
     * @param columns the columns as they were at the start
     * @param last the count of the last row that is kept
     * @throws RunException if the file has other columns
     */
    public static MetricsCsv resume(Path file, List<String> columns, long last) throws IOException {
        String text = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        String header = header(columns);
        if (header.startsWith(text)) {
            return create(file, columns);
        }
        if (!text.startsWith(header)) {
            throw new RunException(file + ": has other columns than " + header.strip() + "; choose a new --name");
        }
        int end = header.length();
        int next = text.indexOf('\n', end);
        while (next >= 0 && isUpTo(last, text.substring(end, next))) {
            end = next + 1;
            next = text.indexOf('\n', end);
        }
        FileChannel channel = open(file);
        channel.truncate(end);
        channel.position(end);
        return new MetricsCsv(file, columns.size() - 1, channel);
    }

    /** Appends a row; the numbers read back as they are. */
    public void append(long count, double... numbers) throws IOException {
        Require.that(numbers.length == values, "numbers", "must be " + values + ", but are " + numbers.length);
        write(Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(",", count + ",", "\n")));
    }

    /** Puts all rows onto the disk: to be called before a checkpoint is saved. */
    public void flush() throws IOException {
        channel.force(false);
    }

    /** Reads a file; an unfinished last row is left out. */
    public static MetricsTable read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        List<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().collect(Collectors.toList());
        List<List<Double>> rows = new ArrayList<>();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            rows.add(numbers(file, line));
        }
        return new MetricsTable(
                lines.isEmpty() ? List.of() : List.of(lines.get(0).split(",")), rows);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static String header(List<String> columns) {
        return String.join(",", columns) + "\n";
    }

    private static FileChannel open(Path file, StandardOpenOption... options) throws IOException {
        List<StandardOpenOption> all = new ArrayList<>(List.of(options));
        all.add(StandardOpenOption.WRITE);
        try {
            return FileChannel.open(file, all.toArray(StandardOpenOption[]::new));
        } catch (IOException e) {
            throw WriteException.of(file, 0, e);
        }
    }

    private void write(String line) throws IOException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw WriteException.of(file, channel.position(), e);
        }
    }

    /** A row that a power cut has left unreadable counts as later: it was not on the disk at the checkpoint. */
    private static boolean isUpTo(long last, String line) {
        return line.matches("[0-9]{1,18},.*") && Long.parseLong(line, 0, line.indexOf(','), 10) <= last;
    }

    private static List<Double> numbers(Path file, String line) throws RunException {
        try {
            return Arrays.stream(line.split(",")).map(Double::valueOf).collect(Collectors.toList());
        } catch (NumberFormatException e) {
            throw new RunException(file + ": is damaged at \"" + line + "\"; start again under a new --name", e);
        }
    }
}
