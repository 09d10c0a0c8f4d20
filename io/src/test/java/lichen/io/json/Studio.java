package lichen.io.json;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lichen.core.check.Require;
import lichen.core.image.Crop;
import lichen.core.image.Size;
import lichen.core.plugin.Default;
import lichen.core.plugin.Family;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.Summary;
import lichen.core.plugin.Variant;

/** A world of variants for the tests: a painting is made with tools on a canvas. */
final class Studio {
    static final Path FOLDER = Path.of("").toAbsolutePath().resolve("studio");

    private Studio() {}

    @Family("work")
    @Summary("what is made")
    interface WorkOfArt {}

    interface DrawingTool {}

    enum Finish {
        MATT,
        HIGH_GLOSS
    }

    record Model(
            @Summary("the photograph") FileReference image,
            @Summary("the part of it") Optional<Crop> crop) {}

    @Summary("oil on canvas")
    record Painting(
            @Summary("where chance begins") @Default("1") long seed,
            Model model,
            @Default("{\"type\": \"brush\"}") DrawingTool tool,
            @Default("[]") List<DrawingTool> spare,
            @Default("\"all\"") List<String> layers,
            @Default("{}") Map<String, Double> weights,
            @Default("\"matt\"") Finish finish,
            @Default("[64, 48]") Size size,
            @Default("false") boolean signed,
            Optional<String> title)
            implements WorkOfArt {
        Painting {
            layers = List.copyOf(layers);
            spare = List.copyOf(spare);
        }
    }

    @Summary("makes strokes")
    record Brush(
            @Default("10") int width,
            @Default("0.5") double pressure,
            @Default("4") int restartEvery) implements DrawingTool {
        Brush {
            Require.atLeast(1, "width", width);
            Require.that(
                    restartEvery <= width,
                    "restartEvery",
                    "must be at most width " + width + ", but is " + restartEvery);
        }
    }

    record Sponge() implements DrawingTool {}

    record Pen(String ink) implements DrawingTool {
        Pen {
            if (ink.equals("water")) {
                throw new IllegalArgumentException("water is no ink");
            }
        }
    }

    static Registry registry() {
        return new Registry(new LinkedHashSet<>(List.of(
                new Variant(WorkOfArt.class, "painting", Painting.class),
                new Variant(DrawingTool.class, "sponge", Sponge.class),
                new Variant(DrawingTool.class, "brush", Brush.class),
                new Variant(DrawingTool.class, "pen", Pen.class))));
    }

    static Registry registry(Variant... variants) {
        return new Registry(new LinkedHashSet<>(Set.of(variants)));
    }

    static Config<WorkOfArt> read(String json, String... settings) {
        return new ConfigReader(registry())
                .read(
                        new ConfigText("art.json", FOLDER, json),
                        List.of(settings).stream().map(Setting::parse).toList(),
                        WorkOfArt.class);
    }

    static Painting painting(String json, String... settings) {
        return (Painting) read(json, settings).value();
    }

    /** A painting with some more keys. */
    static String with(String keys) {
        return "{\"type\": \"painting\", \"model\": {\"image\": \"a.png\"}" + (keys.isEmpty() ? "" : ", ") + keys + "}";
    }
}
