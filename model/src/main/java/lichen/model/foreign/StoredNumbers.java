package lichen.model.foreign;

import java.nio.ByteBuffer;

/** Numbers as files have them, as float32. */
public enum StoredNumbers {
    /** IEEE 754, 16 bits. */
    FLOAT16(2) {
        @Override
        float next(ByteBuffer bytes) {
            return half(bytes.getShort());
        }
    },
    /** The upper half of float32. */
    BFLOAT16(2) {
        @Override
        float next(ByteBuffer bytes) {
            return Float.intBitsToFloat(bytes.getShort() << Short.SIZE);
        }
    },
    /** IEEE 754, 32 bits. */
    FLOAT32(4) {
        @Override
        float next(ByteBuffer bytes) {
            return bytes.getFloat();
        }
    },
    /** IEEE 754, 64 bits, to be rounded. */
    FLOAT64(8) {
        @Override
        float next(ByteBuffer bytes) {
            return (float) bytes.getDouble();
        }
    };

    private final int size;

    StoredNumbers(int size) {
        this.size = size;
    }

    abstract float next(ByteBuffer bytes);

    /** How many bytes one takes. */
    public int size() {
        return size;
    }

    /** All numbers of a buffer, in its byte order. */
    public float[] read(ByteBuffer bytes) {
        float[] numbers = new float[bytes.remaining() / size];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = next(bytes);
        }
        return numbers;
    }

    /** A number of 1 bit of sign, 5 of exponent and 10 of fraction. */
    public static float half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        float sign = bits < 0 ? -1 : 1;
        if (exponent == 0) {
            return sign * fraction * 0x1p-24f;
        }
        if (exponent == 0x1f) {
            return fraction == 0 ? sign * Float.POSITIVE_INFINITY : Float.NaN;
        }
        return sign * Math.scalb(1 + fraction * 0x1p-10f, exponent - 15);
    }
}
