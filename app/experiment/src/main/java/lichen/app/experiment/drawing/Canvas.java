package lichen.app.experiment.drawing;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import lichen.core.image.Image;
import lichen.core.image.Resize;
import lichen.core.image.Size;

/**
 * A white sheet to draw images and words on. Words need a font on the machine; where Java finds none, as on the barest of
 * servers, they are left out.
 */
public final class Canvas implements AutoCloseable {
    private static final float LARGEST = 255f;
    private static final boolean LETTERS = canDrawLetters();

    private final BufferedImage sheet;
    private final Graphics2D graphics;

    /** An empty sheet of so many pixels. */
    public Canvas(int width, int height) {
        sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
    }

    /** Fills a rectangle with a colour. */
    public void fill(int x, int y, Size size, Color colour) {
        graphics.setColor(colour);
        graphics.fillRect(x, y, size.width(), size.height());
    }

    /** Draws an image with its upper left corner at a place; one of other extents is resized, its middle kept. */
    public void image(Image image, int x, int y, Size size) {
        boolean fits = image.width() == size.width() && image.height() == size.height();
        float[] rgb = (fits ? image : Resize.fit(image, size)).clamp().toArray();
        int[] packed = new int[size.width() * size.height()];
        for (int i = 0; i < packed.length; i++) {
            int red = Math.round(rgb[i * Image.CHANNELS] * LARGEST);
            int green = Math.round(rgb[i * Image.CHANNELS + 1] * LARGEST);
            int blue = Math.round(rgb[i * Image.CHANNELS + 2] * LARGEST);
            packed[i] = red << 16 | green << 8 | blue;
        }
        sheet.setRGB(x, y, size.width(), size.height(), packed, 0, size.width());
    }

    /**
     * Writes words around a point: horizontally centred on x, the line's middle at y. Of what is too long the middle is left out.
     *
     * @param height the size of the letters in pixels
     * @param most the greatest width in pixels
     */
    public void words(String words, int x, int y, int height, int most) {
        write(words, x, y, height, most, true);
    }

    /** As {@link #words}, but beginning at x. */
    public void wordsFrom(String words, int x, int y, int height, int most) {
        write(words, x, y, height, most, false);
    }

    private void write(String words, int x, int y, int height, int most, boolean centred) {
        if (!LETTERS) {
            return;
        }
        graphics.setColor(Color.DARK_GRAY);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, height));
        FontMetrics metrics = graphics.getFontMetrics();
        String shown = words;
        for (int kept = words.length() - 1; kept > 0 && metrics.stringWidth(shown) > most; kept--) {
            int end = kept / 2;
            shown = words.substring(0, kept - end).strip() + "..." + words.substring(words.length() - end);
        }
        int left = centred ? x - metrics.stringWidth(shown) / 2 : x;
        graphics.drawString(shown, left, y + (metrics.getAscent() - metrics.getDescent()) / 2);
    }

    /**
     * Breaks words into lines, behind a space, a hyphen or a low line if there is one; what is longer, anywhere. Nothing is left out.
     *
     * @param height the size of the letters in pixels
     * @param most the greatest width in pixels
     */
    public List<String> lines(String words, int height, int most) {
        List<String> lines = new ArrayList<>();
        String rest = words;
        while (LETTERS && !rest.isEmpty()) {
            int fitting = fitting(rest, height, most);
            int end = fitting;
            while (end > 0 && end < rest.length() && " -_".indexOf(rest.charAt(end - 1)) < 0) {
                end--;
            }
            end = end == 0 ? fitting : end;
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end);
        }
        return lines.isEmpty() ? List.of(words) : lines;
    }

    /** How many of the letters, one at least, fit into a width. */
    private int fitting(String words, int height, int most) {
        FontMetrics metrics = graphics.getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, height));
        int fitting = words.length();
        while (fitting > 1 && metrics.stringWidth(words.substring(0, fitting)) > most) {
            fitting--;
        }
        return fitting;
    }

    /** What has been drawn. */
    public Image toImage() {
        int[] packed = sheet.getRGB(0, 0, sheet.getWidth(), sheet.getHeight(), null, 0, sheet.getWidth());
        float[] rgb = new float[packed.length * Image.CHANNELS];
        for (int i = 0; i < packed.length; i++) {
            rgb[i * Image.CHANNELS] = (packed[i] >> 16 & 0xFF) / LARGEST;
            rgb[i * Image.CHANNELS + 1] = (packed[i] >> 8 & 0xFF) / LARGEST;
            rgb[i * Image.CHANNELS + 2] = (packed[i] & 0xFF) / LARGEST;
        }
        return Image.of(sheet.getWidth(), sheet.getHeight(), rgb);
    }

    @Override
    public void close() {
        graphics.dispose();
    }

    /** Without a font Java fails in one of several ways when it is first asked for one. */
    private static boolean canDrawLetters() {
        Graphics2D trial = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            trial.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
            return trial.getFontMetrics().stringWidth("a") > 0;
        } catch (RuntimeException | InternalError | UnsatisfiedLinkError | NoClassDefFoundError e) {
            return false;
        } finally {
            trial.dispose();
        }
    }
}
