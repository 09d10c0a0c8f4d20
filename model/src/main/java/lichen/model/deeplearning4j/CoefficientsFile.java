package lichen.model.deeplearning4j;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import lichen.model.foreign.StoredNumbers;
import lichen.model.foreign.UnreadableException;

/** All numbers of a network in a row, as its layers take them one after the other. */
final class CoefficientsFile {
    private static final Set<String> LENGTHS_AS_INT = Set.of("DIRECT", "HEAP", "JAVACPP");
    private static final Set<String> LENGTHS_AS_LONG = Set.of("LONG_SHAPE", "MIXED_DATA_TYPES");
    private static final int LONGEST_SHAPE = 100;
    private static final String WAY_OUT =
            "; save the network again with ModelSerializer.writeModel(network, file, false)";

    private final float[] numbers;
    private int next;

    /** The layer whose numbers are of unknown extent, once one was met. */
    private Optional<String> lostAt = Optional.empty();

    /** Numbers that are known. */
    CoefficientsFile(float... numbers) {
        this.numbers = numbers;
    }

    /**
     * Reads an array as ND4J writes it: its shape, then its numbers, each after a header of how and how many of what. Lengths are
     * compared with the bytes that are there before anything is made.
     */
    static CoefficientsFile read(byte[] bytes) throws UnreadableException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        try {
            Header shape = Header.read(in);
            if (shape.length > LONGEST_SHAPE || shape.length < 0) {
                throw new UnreadableException("is damaged: its coefficients.bin tells a shape of " + shape.length
                        + " numbers; copy, download or save the file again");
            }
            in.skipNBytes(shape.length * (shape.type.equals("INT") ? Integer.BYTES : Long.BYTES));
            Header values = Header.read(in);
            StoredNumbers kind = values.kind();
            int left = in.available();
            if (values.length < 0 || values.length > left / kind.size()) {
                throw new UnreadableException("is damaged: its coefficients.bin tells " + values.length
                        + " numbers, but has " + left / kind.size() + "; copy, download or save the file again");
            }
            int length = (int) values.length * kind.size();
            return new CoefficientsFile(kind.read(ByteBuffer.wrap(bytes, bytes.length - left, length)));
        } catch (IOException e) {
            throw new UnreadableException(
                    "is damaged: its coefficients.bin is cut; copy, download or save the file again", e);
        }
    }

    private record Header(long length, String type) {
        static Header read(DataInputStream in) throws IOException, UnreadableException {
            String mode = in.readUTF();
            if (!LENGTHS_AS_INT.contains(mode) && !LENGTHS_AS_LONG.contains(mode)) {
                throw new UnreadableException("has a coefficients.bin of a kind that cannot be read" + WAY_OUT);
            }
            return new Header(LENGTHS_AS_INT.contains(mode) ? in.readInt() : in.readLong(), in.readUTF());
        }

        StoredNumbers kind() throws UnreadableException {
            return switch (type) {
                case "FLOAT" -> StoredNumbers.FLOAT32;
                case "DOUBLE" -> StoredNumbers.FLOAT64;
                case "HALF", "FLOAT16" -> StoredNumbers.FLOAT16;
                case "BFLOAT16" -> StoredNumbers.BFLOAT16;
                default ->
                    throw new UnreadableException("has coefficients of the type " + type
                            + "; read are FLOAT, DOUBLE, HALF and BFLOAT16" + WAY_OUT);
            };
        }
    }

    /** The next numbers, which are those of a layer. */
    float[] take(String layer, long count) throws UnreadableException {
        skip(layer, count);
        return Arrays.copyOfRange(numbers, next - (int) count, next);
    }

    /** Passes over the numbers of a layer. */
    void skip(String layer, long count) throws UnreadableException {
        if (lostAt.isPresent()) {
            throw new UnreadableException("layer " + layer + " has its weights after those of " + lostAt.get()
                    + ", a kind of layer whose weights cannot be counted; save a network without that layer");
        }
        if (count > numbers.length - next) {
            throw new UnreadableException("layer " + layer + ": expected " + count + " numbers, found "
                    + (numbers.length - next) + " that are left in the file" + WAY_OUT);
        }
        next += (int) count;
    }

    /** Says that it is not known how many numbers a layer has: others cannot be found after it. */
    void loseAt(String layer) {
        lostAt = lostAt.or(() -> Optional.of(layer));
    }

    /** Checks that all were taken, as far as that is known. */
    void requireEnd() throws UnreadableException {
        if (lostAt.isEmpty() && next < numbers.length) {
            throw new UnreadableException(
                    "has " + numbers.length + " coefficients, of which its layers take " + next + WAY_OUT);
        }
    }
}
