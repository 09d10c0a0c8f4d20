package lichen.app.cli.program;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pictures of a few colours, as masks are. */
public final class Masks {
    private Masks() {}

    /** A box of a colour in another. */
    public static Path box(Path file, int width, int height, int[] box, int inside, int outside) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean isIn = x >= box[0] && x < box[0] + box[2] && y >= box[1] && y < box[1] + box[3];
                image.setRGB(x, y, isIn ? inside : outside);
            }
        }
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
