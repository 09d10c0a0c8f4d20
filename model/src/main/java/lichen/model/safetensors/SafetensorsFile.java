package lichen.model.safetensors;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lichen.core.npy.NdArray;
import lichen.core.plugin.FileReference;
import lichen.model.foreign.FileStart;
import lichen.model.foreign.StoredNumbers;
import lichen.model.foreign.UnreadableException;

/**
 * Named arrays: the length of a header in eight bytes, the header as JSON, and the numbers. Source: the format's README (version 0.4 of
 * the library), section Format.
 */
final class SafetensorsFile {
    private static final long LONGEST_HEADER = 1 << 24;
    private static final long LARGEST = Integer.MAX_VALUE - 8;
    private static final Map<String, StoredNumbers> TYPES = Map.of(
            "F16", StoredNumbers.FLOAT16,
            "BF16", StoredNumbers.BFLOAT16,
            "F32", StoredNumbers.FLOAT32,
            "F64", StoredNumbers.FLOAT64);

    private final JsonNode header;
    private final ByteBuffer numbers;

    private SafetensorsFile(JsonNode header, ByteBuffer numbers) {
        this.header = header;
        this.numbers = numbers;
    }

    /** Opens a file after a look at its first bytes. */
    static SafetensorsFile open(FileReference file) throws IOException, UnreadableException {
        FileStart start = FileStart.of(file);
        start.refusePickle();
        ByteBuffer bytes = bytes(file).order(ByteOrder.LITTLE_ENDIAN);
        long length = bytes.remaining() < Long.BYTES ? -1 : bytes.getLong();
        if (length < 2 || length > LONGEST_HEADER || bytes.remaining() < 1 || bytes.get(bytes.position()) != '{') {
            throw new UnreadableException("is not a safetensors file" + start.guess());
        }
        if (bytes.remaining() < length) {
            throw new UnreadableException("ends early, within its header; copy or download it again");
        }
        byte[] json = new byte[(int) length];
        bytes.get(json);
        try {
            JsonNode header = JsonMapper.builder().build().readTree(json);
            return new SafetensorsFile(header, bytes.slice());
        } catch (JacksonException e) {
            throw new UnreadableException("is damaged: its header is not JSON; copy or download it again", e);
        }
    }

    private static ByteBuffer bytes(FileReference file) throws IOException, UnreadableException {
        if (file.isBundled() || !file.isLasting()) {
            try (InputStream in = file.open()) {
                return ByteBuffer.wrap(in.readAllBytes());
            }
        }
        try (FileChannel channel = FileChannel.open(Path.of(file.name()))) {
            if (channel.size() > LARGEST) {
                throw new UnreadableException("has " + channel.size() + " bytes; at most " + LARGEST + " can be read");
            }
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
    }

    /** The names of all arrays. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        header.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Reads an array. Its extents are compared with the bytes that are there before anything is made. */
    NdArray<float[]> read(String name) throws UnreadableException {
        JsonNode entry = header.path(name);
        StoredNumbers type = TYPES.get(entry.path("dtype").asText());
        if (type == null) {
            throw new UnreadableException("array " + name + ": numbers of the type " + entry.path("dtype")
                    + " cannot be read; save it as one of " + new TreeSet<>(TYPES.keySet()));
        }
        long from = entry.path("data_offsets").path(0).asLong(-1);
        long to = entry.path("data_offsets").path(1).asLong(-1);
        if (from < 0 || to < from || to > numbers.limit()) {
            throw new UnreadableException("array " + name + ": its numbers from " + from + " to " + to
                    + " lie beyond the end of the file at " + numbers.limit() + "; copy or download it again");
        }
        int[] shape = new int[entry.path("shape").size()];
        long count = 1;
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = entry.path("shape").path(axis).asInt(-1);
            count = shape[axis] < 1 ? -1 : Math.min(count * shape[axis], LARGEST);
        }
        if (count * type.size() != to - from) {
            throw new UnreadableException("array " + name + ": the shape " + Arrays.toString(shape)
                    + " does not go with " + (to - from) + " bytes; copy or download the file again");
        }
        ByteBuffer part = numbers.slice((int) from, (int) (to - from)).order(ByteOrder.LITTLE_ENDIAN);
        return NdArray.of(type.read(part), shape);
    }
}
