package lichen.model.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import lichen.core.plugin.FileReference;

/** The first bytes of a file, as far as they tell what it is: a wrong file is named, and not taken for a damaged one. */
public final class FileStart {
    /** The line that makes of a PyTorch network a file that can be read. */
    public static final String EXPORT =
            "torch.onnx.export(model.eval(), torch.zeros(1, 3, 224, 224), \"network.onnx\", dynamo=False)";

    private static final int LENGTH = 4096;
    private static final int LOOKED_AT = 512;
    private static final int NAMED = 8;
    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final byte PICKLE = (byte) 0x80;
    private static final int LATEST_PICKLE = 5;

    private final byte[] bytes;
    private final String text;

    private FileStart(byte[] bytes) {
        this.bytes = bytes;
        this.text = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** Looks at a file. */
    public static FileStart of(FileReference file) throws IOException {
        try (InputStream in = file.open()) {
            return of(in.readNBytes(LENGTH));
        }
    }

    /** Looks at bytes that were read. */
    public static FileStart of(byte[] bytes) {
        return new FileStart(bytes);
    }

    /** Whether it is HDF5, as Keras writes it. */
    public boolean isHdf5() {
        return bytes.length >= HDF5.length && Arrays.equals(bytes, 0, HDF5.length, HDF5, 0, HDF5.length);
    }

    /** Whether it is a zip. */
    public boolean isZip() {
        return text.startsWith("pk");
    }

    /** Whether it is a header of JSON after its length in eight bytes, as safetensors begin. */
    public boolean isSafetensors() {
        return bytes.length > Long.BYTES && bytes[Long.BYTES] == '{' && bytes[Long.BYTES - 1] == 0;
    }

    /** Whether PyTorch or Python wrote it as a program that makes objects. */
    public boolean isPickle() {
        boolean bare = bytes.length > 2 && bytes[0] == PICKLE && bytes[1] >= 2 && bytes[1] <= LATEST_PICKLE;
        return bare || isZip() && text.contains("data.pkl");
    }

    /** Refuses what is never read, whatever it is taken for. */
    public void refusePickle() throws UnreadableException {
        if (isPickle()) {
            throw new UnreadableException(
                    "is a pickle of PyTorch, which is a program and is never run; export the network where it was"
                            + " made, with " + EXPORT);
        }
    }

    /** What it is, to follow "is not a ... file". */
    public String guess() {
        if (bytes.length == 0) {
            return ": it is empty";
        }
        if (isPickle()) {
            return " but a pickle of PyTorch: export the network with " + EXPORT;
        }
        if (isHdf5()) {
            return " but HDF5, perhaps of Keras: choose the network type \"keras\"";
        }
        if (isZip()) {
            return " but a zip, perhaps a .keras file: choose the network type \"keras\"";
        }
        if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
            return " but a web page, perhaps in place of a download";
        }
        if (text.startsWith("version https://git-lfs")) {
            return " but a pointer of Git LFS: fetch the file itself";
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return " but JSON, perhaps the architecture without the weights";
        }
        return ": it starts with the bytes " + hexadecimal();
    }

    private String hexadecimal() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < Math.min(bytes.length, NAMED); i++) {
            words.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%02x", bytes[i]));
        }
        return words.toString();
    }
}
