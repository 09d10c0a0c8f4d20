package lichen.app.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.image.Crop;
import lichen.core.image.Size;
import lichen.io.json.Setting;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a user may say about an extraction, and what it means for the recommended experiment. */
final class ExtractOptions {
    /** The recommended network halves the image twice, so the sides of what tiles are multiples of it. */
    static final int TILE_STEP = 4;

    @Parameters(
            paramLabel = "<photo>",
            converter = PhotographConverter.class,
            description = "The photograph: PNG, JPEG, TIFF or WebP; - for standard input.")
    private Path photo = Path.of("");

    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = SizeConverter.class,
            defaultValue = "256x256",
            description = "The size of the image to make (default: 256x256).")
    private Size size = new Size(256, 256);

    @Option(
            names = "--crop",
            paramLabel = "x,y,w,h",
            converter = CropConverter.class,
            description = "The part of the photograph to look at (default: all of it).")
    private Optional<Crop> crop = Optional.empty();

    @Option(names = "--tile", description = "Make an image whose copies fit together without a seam.")
    private boolean tile;

    @Option(names = "--seed", paramLabel = "n", description = "Another number gives another image (default: 1).")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--seconds", paramLabel = "n", description = "Take the best image after so many seconds.")
    private Optional<Double> seconds = Optional.empty();

    Path photo() {
        return photo;
    }

    /**
     * The size of the image.
     *
     * @throws InputException if the recommended experiment cannot make it
     */
    Size size() {
        int least = Math.min(size.width(), size.height());
        if (least < Extract.LEAST) {
            throw new InputException(
                    "--size: must be at least " + Extract.LEAST + " pixels in both directions, but is " + size + ".");
        }
        if (tile && (size.width() % TILE_STEP != 0 || size.height() % TILE_STEP != 0)) {
            throw new InputException("--size: must be a multiple of " + TILE_STEP
                    + " in both directions with --tile, but is " + size + ".");
        }
        return size;
    }

    Optional<Crop> crop() {
        return crop;
    }

    /** The size that is computed, of which the image is a part: one that tiles, and so has no border that could show. */
    Size made() {
        return new Size(whole(size.width()), whole(size.height()));
    }

    private static int whole(int side) {
        return Math.toIntExact((side + TILE_STEP - 1L) / TILE_STEP * TILE_STEP);
    }

    /** What the options change in the experiment. */
    List<Setting> settings(Extract extract) throws IOException {
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("image", photo.toAbsolutePath().toString());
        extract.crop().ifPresent(box -> target.put("crop", List.of(box.x(), box.y(), box.width(), box.height())));
        extract.size().ifPresent(seen -> target.put("size", List.of(seen.width(), seen.height())));
        List<Setting> settings = new ArrayList<>();
        settings.add(setting("target", target));
        settings.add(setting("size", List.of(made().width(), made().height())));
        settings.add(setting("output.preview-every", 0));
        if (seed.isPresent()) {
            settings.add(setting("seed", seed.orElseThrow()));
        }
        if (seconds.isPresent()) {
            settings.add(setting("stop.seconds", seconds.orElseThrow()));
        }
        return settings;
    }

    /** The option that a key of the experiment comes from, for messages. */
    static String optionOf(String path) {
        if (path.startsWith("$.target.crop")) {
            return "--crop";
        }
        return path.startsWith("$.target")
                ? "the photograph"
                : Map.of("$.size", "--size", "$.seed", "--seed", "$.stop.seconds", "--seconds")
                        .getOrDefault(path, path);
    }

    private static Setting setting(String way, Object value) throws JsonProcessingException {
        return Setting.parse(way + "=" + new ObjectMapper().writeValueAsString(value));
    }
}
