package lichen.model.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import lichen.core.plugin.FileReference;

/** Some entries of a zip, in memory. Those that nobody asks for are never unpacked. */
public final class ZipParts {
    private static final int MOST_ENTRIES = 1000;

    private final Map<String, byte[]> parts;

    private ZipParts(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /**
     * Reads entries.
     *
     * @param wanted the most bytes that each may have, by its name
     * @throws UnreadableException if the zip is damaged or an entry larger
     */
    public static ZipParts read(FileReference file, Map<String, Integer> wanted)
            throws IOException, UnreadableException {
        Map<String, byte[]> parts = new HashMap<>();
        try (InputStream in = file.open();
                ZipInputStream zip = new ZipInputStream(in)) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw new UnreadableException(
                            "is a zip of more than " + MOST_ENTRIES + " entries; name another file");
                }
                Integer most = wanted.get(entry.getName());
                if (most != null) {
                    parts.put(entry.getName(), bytes(entry.getName(), zip, most));
                }
                if (parts.size() == wanted.size()) {
                    break;
                }
            }
        } catch (IOException | IllegalArgumentException | OutOfMemoryError e) {
            throw new UnreadableException(
                    "is a damaged zip: " + e.getMessage() + "; copy, download or save the file again", e);
        }
        return new ZipParts(parts);
    }

    private static byte[] bytes(String name, InputStream zip, int most) throws IOException, UnreadableException {
        byte[] bytes = zip.readNBytes(most);
        if (bytes.length == most) {
            throw new UnreadableException("holds a " + name + " of " + most
                    + " bytes or more, which is more than can be read; save a smaller network");
        }
        return bytes;
    }

    /** An entry, if it is there. */
    public Optional<byte[]> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }
}
