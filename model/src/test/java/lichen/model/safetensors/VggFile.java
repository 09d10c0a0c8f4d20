package lichen.model.safetensors;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import lichen.core.plugin.FileReference;

/** Writes small files of named arrays of float32. */
public final class VggFile {
    private final ObjectNode header = JsonMapper.builder().build().createObjectNode();
    private final ByteArrayOutputStream numbers = new ByteArrayOutputStream();

    /** A convolution of 3 x 3 with its bias, in a place of the sequence. */
    public VggFile convolution(int index, int inputs, int outputs) throws IOException {
        return array("features." + index + ".weight", outputs, inputs, 3, 3)
                .array("features." + index + ".bias", outputs);
    }

    /** An array with numbers by their index, above zero. */
    public VggFile array(String name, int... shape) throws IOException {
        int count = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        ByteBuffer bytes = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            bytes.putFloat((float) (0.3 + 0.2 * Math.sin(i + 1)));
        }
        ObjectNode entry = header.putObject(name).put("dtype", "F32");
        Arrays.stream(shape).forEach(entry.putArray("shape")::add);
        entry.putArray("data_offsets").add(numbers.size()).add(numbers.size() + count * Float.BYTES);
        numbers.write(bytes.array());
        return this;
    }

    /** The header, to be changed by a test. */
    ObjectNode header() {
        return header;
    }

    /** Writes the file into a folder. */
    public FileReference write(Path folder) throws IOException {
        byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer all =
                ByteBuffer.allocate(Long.BYTES + json.length + numbers.size()).order(ByteOrder.LITTLE_ENDIAN);
        all.putLong(json.length).put(json).put(numbers.toByteArray());
        return FileReference.to(Files.write(Files.createTempFile(folder, "vgg", ".safetensors"), all.array()));
    }
}
