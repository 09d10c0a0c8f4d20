package lichen.model.keras;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import lichen.model.foreign.FileStart;
import lichen.model.foreign.UnreadableException;

/**
 * The first bytes of a file, as far as they tell whether it is HDF5 and whole. Source: HDF5 File Format Specification
 * 3.0, section II.A (superblock).
 */
final class Hdf5Header {
    /** As many bytes as are looked at: the superblock starts at 0, or at a power of two from 512 on. */
    static final int LENGTH = 4096 + 64;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final int[] PLACES = {0, 512, 1024, 2048, 4096};
    private static final int VERSION = 8;
    private static final int EIGHT_BYTES = 8;

    private Hdf5Header() {}

    /**
     * Checks that the file is HDF5 and as long as it says.
     *
     * @param start the first {@link #LENGTH} bytes, or all of them
     * @param length the number of bytes in the file
     */
    static void check(byte[] start, long length) throws UnreadableException {
        for (int place : PLACES) {
            int end = place + SIGNATURE.length;
            if (start.length >= end && Arrays.equals(start, place, end, SIGNATURE, 0, SIGNATURE.length)) {
                checkLength(Arrays.copyOfRange(start, place, start.length), length);
                return;
            }
        }
        throw new UnreadableException("is not an HDF5 file"
                + FileStart.of(start).guess() + "; save the network with model.save(\"network.keras\")");
    }

    private static void checkLength(byte[] superblock, long length) throws UnreadableException {
        if (superblock.length <= VERSION) {
            throw new UnreadableException("ends early, after " + length + " bytes; copy or download it again");
        }
        int version = superblock[VERSION];
        int sizeOfOffsets = version < 2 ? 13 : 9;
        int endOfFile = switch (version) {
            case 0 -> 40;
            case 1 -> 44;
            default -> 28;
        };
        if (superblock.length < endOfFile + EIGHT_BYTES) {
            throw new UnreadableException("ends early, after " + length + " bytes; copy or download it again");
        }
        if (superblock[sizeOfOffsets] == EIGHT_BYTES) {
            long declared =
                    ByteBuffer.wrap(superblock).order(ByteOrder.LITTLE_ENDIAN).getLong(endOfFile);
            if (declared > length) {
                throw new UnreadableException(
                        "ends early, after " + length + " of " + declared + " bytes; copy or download it again");
            }
        }
    }
}
