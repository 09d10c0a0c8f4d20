package lichen.io.image;

import java.awt.RenderingHints;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Map;
import java.util.Optional;

/** From the colours of an ICC profile to sRGB, with 16 bits a channel. */
final class ColourProfile {
    private static final int LARGEST = 65_535;

    /** Half a step of 8 bits: what differs by less is sRGB under another name. */
    private static final int NEGLIGIBLE = LARGEST / 255 / 2;

    private ColourProfile() {}

    /** A profile from its bytes, if they are one. */
    static Optional<ICC_Profile> of(byte[] bytes) {
        try {
            return Optional.of(ICC_Profile.getInstance(bytes));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether a profile's colours are those of sRGB, so that the numbers can stay as they are. */
    static boolean isSrgb(ICC_Profile profile) {
        if (profile.getColorSpaceType() != ColorSpace.TYPE_RGB) {
            return false;
        }
        int[] probes = probes();
        WritableRaster colours = raster(probes.length / 3, 1);
        colours.setPixels(0, 0, probes.length / 3, 1, probes);
        int[] converted = toSrgb(colours, profile).getPixels(0, 0, probes.length / 3, 1, (int[]) null);
        for (int i = 0; i < probes.length; i++) {
            if (Math.abs(probes[i] - converted[i]) > NEGLIGIBLE) {
                return false;
            }
        }
        return true;
    }

    /** The colours in sRGB, 16 bits a channel; the raster holds only the channels of the profile. */
    static Raster toSrgb(Raster colours, ICC_Profile profile) {
        ICC_Profile[] way = {profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB)};
        WritableRaster converted = raster(colours.getWidth(), colours.getHeight());
        return new ColorConvertOp(way, new RenderingHints(Map.of())).filter(colours, converted);
    }

    private static WritableRaster raster(int width, int height) {
        return Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, width, height, 3, null);
    }

    private static int[] probes() {
        int steps = 5;
        int[] probes = new int[steps * steps * steps * 3];
        for (int i = 0; i < probes.length / 3; i++) {
            probes[3 * i] = i % steps * LARGEST / (steps - 1);
            probes[3 * i + 1] = i / steps % steps * LARGEST / (steps - 1);
            probes[3 * i + 2] = i / steps / steps * LARGEST / (steps - 1);
        }
        return probes;
    }
}
