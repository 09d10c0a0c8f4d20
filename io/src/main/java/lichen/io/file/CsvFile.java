package lichen.io.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Tables for other programs, as RFC 4180 has them but for the ends of lines, which are line feeds. */
public final class CsvFile {
    private CsvFile() {}

    /** Writes a table, its head among the rows, whole or not at all. */
    public static void write(Path file, List<List<String>> rows) throws IOException {
        AtomicFiles.writeText(file, rows.stream().map(CsvFile::line).collect(Collectors.joining()));
    }

    private static String line(List<String> cells) {
        return cells.stream().map(CsvFile::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\\r\\n]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
