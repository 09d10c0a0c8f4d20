package lichen.io.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import lichen.core.plugin.FileReference;

/**
 * A file that a run read, and what was in it.
 *
 * @param name its path or bundled name
 * @param bytes its length
 * @param sha256 the SHA-256 of its contents, 64 hexadecimal digits
 */
public record InputFile(String name, long bytes, String sha256) {
    /**
     * Reads a file to its end.
     *
     * @throws IOException if it cannot be read
     */
    public static InputFile of(FileReference file) throws IOException {
        MessageDigest digest = newDigest();
        try (InputStream in = file.open()) {
            long bytes = digest(in, digest);
            return new InputFile(file.name(), bytes, HexFormat.of().formatHex(digest.digest()));
        }
    }

    /**
     * Reads all files in a folder: as one, with the names and the lengths of the files among its contents.
     *
     * @throws IOException if one cannot be read
     */
    public static InputFile ofFolder(Path folder) throws IOException {
        MessageDigest digest = newDigest();
        long bytes = 0;
        for (Path file : filesIn(folder)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            digest.update((name + "\n" + Files.size(file) + "\n").getBytes(StandardCharsets.UTF_8));
            try (InputStream in = Files.newInputStream(file)) {
                bytes += digest(in, digest);
            }
        }
        String name = FileReference.to(folder).name();
        return new InputFile(name, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static long digest(InputStream in, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
            bytes += read;
        }
        return bytes;
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
