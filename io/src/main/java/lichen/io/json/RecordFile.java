package lichen.io.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import lichen.io.file.AtomicFiles;

/** Files of this program's own that hold a record without variants, as manifests do: written as configs are, and read as strictly. */
public final class RecordFile {
    private static final Registry NO_VARIANTS = new Registry(Set.of());

    private RecordFile() {}

    /** Writes a record: whole, in the place of what was there. */
    public static void write(Path file, Record value) throws IOException {
        AtomicFiles.writeText(file, new ConfigWriter(NO_VARIANTS).write(value, value.getClass()));
    }

    /**
     * Reads a record back.
     *
     * @throws ConfigException if the file says anything but a record of this type
     */
    public static <T extends Record> T read(Path file, Class<T> type) throws IOException {
        ConfigText text = new ConfigText(file.toString(), file.resolveSibling(""), Files.readString(file));
        return new ConfigReader(NO_VARIANTS).read(text, List.of(), type).value();
    }
}
