package lichen.app.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lichen.core.image.Crop;
import lichen.core.image.Size;
import lichen.io.image.PngText;

/**
 * What a method saw of a photograph: which part, and at which size. An image carries it, so that it is measured against the
 * photograph at the scale at which the method saw it.
 *
 * @param photograph the photograph's extents
 * @param part the part
 * @param size what the part was resized to
 */
public record Seen(Size photograph, Crop part, Size size) {
    private static final String KEYWORD = "lichen-seen";
    private static final Pattern TEXT =
            Pattern.compile("part (\\d+),(\\d+),(\\d+),(\\d+) of (\\d+)x(\\d+) at (\\d+)x(\\d+)");

    /** What is seen of a photograph by a part, all where empty, and a size, the part's where empty. */
    public static Seen of(Size photograph, Optional<Crop> part, Optional<Size> size) {
        Crop whole = part.orElseGet(() -> new Crop(0, 0, photograph.width(), photograph.height()));
        return new Seen(photograph, whole, size.orElseGet(() -> new Size(whole.width(), whole.height())));
    }

    /** What an image says; nothing if it does not, as images of other programs. */
    public static Optional<Seen> read(Path image) throws IOException {
        Optional<PngText> text = PngText.read(image, KEYWORD);
        Matcher matcher = TEXT.matcher(text.map(PngText::text).orElse(""));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int[] numbers = new int[matcher.groupCount()];
        for (int i = 0; i < numbers.length; i++) {
            try {
                numbers[i] = Integer.parseInt(matcher.group(i + 1));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return Optional.of(new Seen(
                new Size(numbers[4], numbers[5]),
                new Crop(numbers[0], numbers[1], numbers[2], numbers[3]),
                new Size(numbers[6], numbers[7])));
    }

    /** The line that an image carries. */
    public PngText text() {
        String place = part.x() + "," + part.y() + "," + part.width() + "," + part.height();
        return new PngText(KEYWORD, "part " + place + " of " + plain(photograph) + " at " + plain(size));
    }

    /** In words: {@code the part 0,0,512,512 of 1024 x 1024, at 256 x 256}. */
    public String words() {
        boolean isAll = part.width() == photograph.width() && part.height() == photograph.height();
        String what = isAll ? "all of " + photograph : "the part " + part + " of " + photograph;
        return what + (size.width() == part.width() && size.height() == part.height() ? "" : ", scaled to " + size);
    }

    private static String plain(Size extents) {
        return extents.width() + "x" + extents.height();
    }
}
