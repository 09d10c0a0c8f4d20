package lichen.io.webp;

import java.io.IOException;

/**
 * The picture of a VP8 key frame.
 *
 * @param width in pixels
 * @param height in pixels
 * @param rgb its levels, {@code [H][W][3]} flattened
 */
public record LossyPicture(int width, int height, byte[] rgb) {
    /**
     * Decodes a frame. Bits that are missing at its end count as zeros.
     *
     * @param bytes what the frame stands in
     * @param start where it begins
     * @param end where it ends
     * @throws IOException if it is no key frame, or ends before its coefficients
     */
    public static LossyPicture decode(byte[] bytes, int start, int end) throws IOException {
        return new FrameDecoder(FrameHeader.read(bytes, start, end)).decode();
    }
}
