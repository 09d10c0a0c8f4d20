package lichen.core.npy;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One array as NumPy's {@code .npy}, version 1.0: little-endian float32 or float64 in 'c' order. */
public final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;
    private static final int LARGEST_HEADER = 1 << 16;
    private static final long MOST_VALUES = 1L << 28;
    private static final Pattern HEADER =
            Pattern.compile("\\{'descr': '<(f[48])', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\), \\}\\s*");

    private Npy() {}

    /** Writes an array; the stream stays open. */
    public static void write(NdArray<?> array, OutputStream out) throws IOException {
        boolean wide = array.values() instanceof double[];
        String extents =
                Arrays.stream(array.shape()).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String header = "{'descr': '<" + (wide ? "f8" : "f4") + "', 'fortran_order': False, 'shape': (" + extents
                + (array.shape().length == 1 ? ",), }" : "), }");
        int unpadded = MAGIC.length + 2 + header.length() + 1;
        header += " ".repeat((ALIGNMENT - unpadded % ALIGNMENT) % ALIGNMENT) + "\n";
        out.write(MAGIC);
        out.write(header.length() & 0xff);
        out.write(header.length() >> 8);
        out.write(header.getBytes(StandardCharsets.US_ASCII));
        if (wide) {
            ByteBuffer bytes = littleEndian(array.doubles().length * Double.BYTES);
            bytes.asDoubleBuffer().put(array.doubles());
            out.write(bytes.array());
        } else {
            ByteBuffer bytes = littleEndian(array.floats().length * Float.BYTES);
            bytes.asFloatBuffer().put(array.floats());
            out.write(bytes.array());
        }
    }

    /**
     * Reads an array; the stream stays open.
     *
     * @throws IOException if the file is not of this form, ends early, or holds more than 2^28 numbers
     */
    public static NdArray<?> read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        byte[] magic = data.readNBytes(MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new IOException("not an .npy file of version 1.0");
        }
        int length = data.readUnsignedByte() + (data.readUnsignedByte() << 8);
        if (length > LARGEST_HEADER) {
            throw new IOException("the .npy header is too long");
        }
        Matcher header = HEADER.matcher(new String(data.readNBytes(length), StandardCharsets.US_ASCII));
        if (!header.matches()) {
            throw new IOException("not an array of little-endian float32 or float64 in 'c' order");
        }
        int[] shape = shape(header.group(2));
        long count = Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b);
        boolean wide = header.group(1).equals("f8");
        int bytes = Math.toIntExact(count * (wide ? Double.BYTES : Float.BYTES));
        byte[] content = data.readNBytes(bytes);
        if (content.length < bytes) {
            throw new IOException("the file ends early: " + content.length + " of " + bytes + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        if (wide) {
            double[] values = new double[(int) count];
            buffer.asDoubleBuffer().get(values);
            return NdArray.of(values, shape);
        }
        float[] values = new float[(int) count];
        buffer.asFloatBuffer().get(values);
        return NdArray.of(values, shape);
    }

    /** Extents whose product is at most {@link #MOST_VALUES}: whatever stands in a hostile header. */
    private static int[] shape(String extents) throws IOException {
        int[] shape;
        long count = 1;
        try {
            shape = Arrays.stream(extents.split(",", -1))
                    .map(String::strip)
                    .filter(extent -> !extent.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
            for (int extent : shape) {
                count = Math.multiplyExact(count, extent);
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IOException("the array has an absurd shape: (" + extents + ")", e);
        }
        if (count > MOST_VALUES) {
            throw new IOException("the array declares " + count + " numbers, more than " + MOST_VALUES);
        }
        return shape;
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
