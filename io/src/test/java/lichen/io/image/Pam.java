package lichen.io.image;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lichen.core.image.Image;

/** Reads the files of netpbm's PAM format: a header of lines, and then every sample with one or two bytes. */
final class Pam {
    private Pam() {}

    /** A picture of one to four channels, laid on white where it is transparent. */
    static Image read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            int width = 0;
            int height = 0;
            int depth = 0;
            int most = 0;
            for (String line = line(in); !line.equals("ENDHDR"); line = line(in)) {
                String[] words = line.split(" ", 2);
                switch (words[0]) {
                    case "WIDTH" -> width = Integer.parseInt(words[1]);
                    case "HEIGHT" -> height = Integer.parseInt(words[1]);
                    case "DEPTH" -> depth = Integer.parseInt(words[1]);
                    case "MAXVAL" -> most = Integer.parseInt(words[1]);
                    default -> {}
                }
            }
            float[] rgb = new float[width * height * Image.CHANNELS];
            float[] pixel = new float[depth];
            for (int i = 0; i < width * height; i++) {
                for (int channel = 0; channel < depth; channel++) {
                    int sample = most > 255 ? in.readUnsignedShort() : in.readUnsignedByte();
                    pixel[channel] = (float) sample / most;
                }
                for (int channel = 0; channel < Image.CHANNELS; channel++) {
                    rgb[i * Image.CHANNELS + channel] = onWhite(pixel, channel);
                }
            }
            return Image.of(width, height, rgb);
        }
    }

    private static float onWhite(float[] pixel, int channel) {
        float colour = pixel.length < Image.CHANNELS ? pixel[0] : pixel[channel];
        float opacity = pixel.length % 2 == 0 ? pixel[pixel.length - 1] : 1;
        return opacity * colour + (1 - opacity);
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.readUnsignedByte(); read != '\n'; read = in.readUnsignedByte()) {
            line.append((char) read);
        }
        return line.toString();
    }
}
