package lichen.io.run;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        try (InputStream in = new DigestInputStream(file.open(), digest)) {
            byte[] buffer = new byte[1 << 16];
            long bytes = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
            }
            return new InputFile(file.name(), bytes, HexFormat.of().formatHex(digest.digest()));
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
