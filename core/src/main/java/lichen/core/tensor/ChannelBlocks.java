package lichen.core.tensor;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A batch of maps {@code [N,H,W,C]} in blocks of whole pixels, each of one image and small enough to stay in a processor's cache. Work is
 * dealt out by blocks; what is found of each is put together in their order, so that how many processors there are changes no bit.
 *
 * <p>A block is worked on in <em>periods</em> of some pixels, {@code [pixels C]}, beside periods of numbers per channel. So loops run over
 * arrays of one length by one index, without regard to channels: the JVM turns such loops, and no others, into vector instructions.
 */
final class ChannelBlocks {
    private static final int PERIOD = 1024;
    private static final int BLOCK = 16;

    private final int channels;
    private final int period;
    private final int longest;
    private final int image;
    private final int perImage;
    private final HostWork work;

    ChannelBlocks(INDArray maps) {
        int images = (int) Nhwc.require("maps", maps).size(0);
        channels = (int) Nhwc.channels(maps);
        image = Math.toIntExact(maps.length() / images);
        period = Math.min(Math.max(1, PERIOD / channels) * channels, image);
        longest = BLOCK * period;
        perImage = (image + longest - 1) / longest;
        work = HostWork.moving(images * perImage, longest);
    }

    int channels() {
        return channels;
    }

    /** How many blocks there are. */
    int count() {
        return work.pieces();
    }

    /** How many blocks make an image. */
    int perImage() {
        return perImage;
    }

    /** How many pixels a block has. */
    int pixels(int block) {
        return Math.min(longest, image - block % perImage * longest) / channels;
    }

    /** Memory for a period. */
    float[] period() {
        return new float[period];
    }

    /** How many workers share the blocks. */
    int workers() {
        return work.workers();
    }

    /** Memory for a period, for each worker. */
    float[][] periods() {
        return new float[workers()][period];
    }

    /** Does something with each block; a piece is one. */
    void run(HostWork.Piece piece) {
        work.run(piece);
    }

    /** Does something with each period of a block. The last of an image may have fewer numbers: the rest of its memory is not for it. */
    void periods(int block, Period period) {
        int first = block / perImage * image + block % perImage * longest;
        int end = first + pixels(block) * channels;
        for (int from = first; from < end; from += this.period) {
            period.run(from, Math.min(this.period, end - from));
        }
    }

    /** What is done with a period. */
    @FunctionalInterface
    interface Period {
        /**
         * Does it.
         *
         * @param first where it begins in the maps
         * @param length how many numbers it has
         */
        void run(int first, int length);
    }

    /** The sum of each channel's numbers in a period. */
    void fold(float[] repeated, double[] perChannel) {
        Arrays.fill(perChannel, 0);
        for (int i = 0; i < period; i += channels) {
            for (int c = 0; c < channels; c++) {
                perChannel[c] += repeated[i + c];
            }
        }
    }

    /** A period of a number of each channel. */
    void repeat(double[] perChannel, float[] repeated) {
        for (int i = 0; i < period; i += channels) {
            for (int c = 0; c < channels; c++) {
                repeated[i + c] = (float) perChannel[c];
            }
        }
    }
}
