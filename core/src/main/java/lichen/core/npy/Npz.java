package lichen.core.npy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Arrays by name as NumPy's {@code .npz}: a zip of {@code .npy}. It may hold one text beside them, {@code about.json}. The
 * same contents give the same bytes.
 *
 * @param arrays the arrays, in the order of the file
 * @param about the text, or ""
 */
public record Npz(Map<String, NdArray<?>> arrays, String about) {
    private static final String ABOUT = "about.json";
    private static final String SUFFIX = ".npy";
    private static final int LONGEST_ABOUT = 1 << 24;
    /** More than the names and headers of an entry come to. */
    private static final long MANTLE = 1 << 10;

    /** About how many bytes the file has: never less. */
    public long bytes() {
        return about.length() * 3L
                + MANTLE
                + arrays.values().stream()
                        .mapToLong(array -> array.bytes() + MANTLE)
                        .sum();
    }

    /** Writes the file; the stream stays open. */
    public void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out));
        // Binary fractions hardly shrink, and states of hundreds of megabytes are written during a run.
        zip.setLevel(Deflater.NO_COMPRESSION);
        if (!about.isEmpty()) {
            zip.putNextEntry(entry(ABOUT));
            zip.write(about.getBytes(StandardCharsets.UTF_8));
        }
        for (Map.Entry<String, NdArray<?>> array : arrays.entrySet()) {
            zip.putNextEntry(entry(array.getKey() + SUFFIX));
            Npy.write(array.getValue(), zip);
        }
        zip.finish();
        zip.flush();
    }

    /**
     * Reads a file; the stream stays open.
     *
     * @throws IOException if it is not a zip of arrays
     */
    public static Npz read(InputStream in) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        Map<String, NdArray<?>> arrays = new LinkedHashMap<>();
        String about = "";
        boolean empty = true;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            empty = false;
            String name = entry.getName();
            if (name.equals(ABOUT)) {
                about = new String(zip.readNBytes(LONGEST_ABOUT), StandardCharsets.UTF_8);
            } else if (name.endsWith(SUFFIX)) {
                arrays.put(name.substring(0, name.length() - SUFFIX.length()), Npy.read(zip));
            } else {
                throw new IOException("unexpected entry " + name);
            }
        }
        if (empty) {
            throw new IOException("not an .npz file");
        }
        return new Npz(arrays, about);
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        return entry;
    }
}
