package lichen.app.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import lichen.app.experiment.direct.MaterialMap;
import lichen.core.image.Crop;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.io.image.Depth;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a user may say about an extraction, and what it means for the recommended experiment. */
final class ExtractOptions {
    /** The recommended network halves the image twice, so the sides of what tiles are multiples of it. */
    static final int TILE_STEP = 4;

    private static final String COPY = "patch-diffusion";

    @Parameters(
            paramLabel = "<photo>",
            arity = "1..*",
            converter = Original.Converter.class,
            description = {
                "The photographs: PNG, JPEG, TIFF or WebP; bundled:<name> for one that comes along,",
                "- for standard input."
            })
    private List<Original> photos = List.of();

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

    @Option(
            names = "--seed",
            paramLabel = "n",
            defaultValue = "1",
            description = "Another number gives another image (default: 1).")
    private long seed = 1;

    @Option(
            names = "--seeds",
            paramLabel = "n",
            defaultValue = "1",
            description = "Make so many images of each photograph, with seeds that follow each other (default: 1).")
    private int seeds = 1;

    @Option(
            names = "--novelty",
            paramLabel = "0..1",
            description = {
                "How new it shall be (default: ${DEFAULT-VALUE}): 0 copies pieces of the photograph, in seconds;",
                "the more, the less of its layout is the photograph's, and objects are less real."
            })
    private double novelty = Novelty.USUAL;

    @Option(names = "--seconds", paramLabel = "n", description = "Take the best image after so many seconds.")
    private Optional<Double> seconds = Optional.empty();

    @Option(
            names = "--with",
            paramLabel = "<map.png:name>",
            converter = MapOption.class,
            description = {
                "Another map of the material, of the photograph's size, with --novelty 0: its pixels are taken from the",
                "same places, into <out>-<name>.png. --with normal.png:normal --with height.png:height."
            })
    private List<MaterialMap> maps = List.of();

    @Option(
            names = "--depth",
            paramLabel = "8|16",
            defaultValue = "8",
            description = "Bits of each colour in the file (default: 8).")
    private int depth = 8;

    @Mixin
    private VggOptions vgg = new VggOptions();

    List<Original> photos() {
        return photos;
    }

    /**
     * The seeds of each photograph's images.
     *
     * @throws InputException if there are none
     */
    List<Long> seeds() {
        if (seeds < 1) {
            throw new InputException("--seeds: must be at least 1, but is " + seeds + ".");
        }
        return LongStream.range(seed, seed + seeds).boxed().toList();
    }

    /**
     * How finely the file keeps each colour.
     *
     * @throws InputException if that cannot be
     */
    Depth depth() {
        if (depth != 8 && depth != 16) {
            throw new InputException("--depth: must be 8 or 16, but is " + depth + ".");
        }
        if (depth == 16 && novelty().isCopy()) {
            throw new InputException(
                    "--depth: with --novelty 0 the image is made of the photograph's own pixels; leave it out.");
        }
        return depth == 8 ? Depth.EIGHT_BITS : Depth.SIXTEEN_BITS;
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

    /**
     * How new the image shall be.
     *
     * @throws InputException if there is nothing so new
     */
    Novelty novelty() {
        return Novelty.of(novelty);
    }

    /**
     * The experiment that comes along for it.
     *
     * @throws InputException if a network is named that it would not look through
     */
    String experiment() {
        if (vgg.file().isEmpty()) {
            return novelty().isCopy() ? COPY : ExtractCommand.RECOMMENDED;
        }
        if (novelty().isCopy()) {
            throw new InputException("--vgg: with --novelty 0 no network is looked through; leave out one of the two.");
        }
        return ExtractCommand.WITH_VGG;
    }

    /**
     * Other maps of the one photograph's material.
     *
     * @throws InputException if they cannot be made
     */
    List<MaterialMap> maps() {
        if (!maps.isEmpty() && !novelty().isCopy()) {
            throw new InputException(
                    "--with: must go with --novelty 0: what is newer is optimised, and its pixels come from"
                            + " no place of the photograph that other maps have too.");
        }
        if (!maps.isEmpty() && photos.size() > 1) {
            throw new InputException(
                    "--with: must go with one photograph, whose maps these are, but there are " + photos.size() + ".");
        }
        return maps;
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

    /** What the options change in the experiment, for one image: values by the ways to them. */
    Map<String, Object> changes(FileReference photo, long ofImage, Extract extract) {
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put("target", new Picture(photo, extract.crop(), extract.size()).ofWhatIsOpaque());
        changes.put("size", made());
        changes.put("seed", ofImage);
        changes.putAll(novelty().changes());
        changes.putAll(vgg.changes());
        if (novelty().isCopy()) {
            changes.put("with", maps());
            seconds.ifPresent(most -> {
                throw new InputException(
                        "--seconds: with --novelty 0 nothing is optimised that could be stopped;" + " leave it out.");
            });
        } else {
            changes.put("output.preview-every", 0);
            changes.put("output.depth", depth());
            seconds.ifPresent(most -> changes.put("stop.seconds", finite(most)));
        }
        return changes;
    }

    /** A number of seconds that can be written. */
    static double finite(double seconds) {
        if (!Double.isFinite(seconds)) {
            throw new InputException("--seconds: must be a number of seconds, but is " + seconds + ".");
        }
        return seconds;
    }

    /** The option that a key of the experiment comes from, for messages. */
    static String optionOf(String path) {
        if (path.startsWith("$.target.crop")) {
            return "--crop";
        }
        if (path.startsWith("$.with")) {
            return "--with";
        }
        if (path.startsWith("$.network") || path.startsWith("$.stages")) {
            return VggOptions.optionOf(path);
        }
        return path.startsWith("$.target")
                ? "the photograph"
                : Map.of("$.size", "--size", "$.seed", "--seed", "$.stop.seconds", "--seconds")
                        .getOrDefault(path, path);
    }
}
