package lichen.io.json;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import lichen.core.plugin.FileReference;

/**
 * A config as text.
 *
 * @param name the file as the user named it, for messages
 * @param folder what relative paths in it start from
 * @param text the JSON
 */
public record ConfigText(String name, Path folder, String text) {
    private static final int LARGEST = 4 << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * Reads a file.
     *
     * @param file a file, or one that comes along; relative paths in the latter start from the current directory
     * @param name the file as the user named it
     * @throws ConfigException if it cannot be read, is larger than 4 MiB or not UTF-8
     */
    public static ConfigText read(FileReference file, String name) {
        Path folder = Path.of("").toAbsolutePath();
        if (!file.isBundled()) {
            Path path = Path.of(file.name()).toAbsolutePath();
            requireFile(path, name);
            folder = path.getParent() == null ? folder : path.getParent();
        }
        return new ConfigText(name, folder, decode(bytes(file, name), name));
    }

    private static void requireFile(Path path, String name) {
        if (Files.isDirectory(path)) {
            throw problem(name, "is a folder. Name a JSON file in it");
        }
        if (!Files.exists(path)) {
            throw problem(name, "no such file. Check the name and the folder");
        }
    }

    private static byte[] bytes(FileReference file, String name) {
        try (InputStream stream = file.open()) {
            byte[] bytes = stream.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw problem(name, "is larger than 4 MiB, so it can hardly be a config. Check the name");
            }
            return bytes;
        } catch (AccessDeniedException e) {
            throw problem(name, "may not be read. Check the permissions of the file");
        } catch (FileNotFoundException e) {
            String missing = "nothing of this name comes along. A file of your own is named with its ending, .json";
            throw problem(name, file.isBundled() ? missing : String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw problem(name, "cannot be read: " + e.getMessage());
        }
    }

    private static String decode(byte[] bytes, String name) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw problem(name, "is not UTF-8 text, so not JSON. Save it as UTF-8, or check the name");
        }
    }

    private static ConfigException problem(String name, String message) {
        return new ConfigException(new Problem(JsonPath.ROOT, new Place.WholeFile(name), message));
    }
}
