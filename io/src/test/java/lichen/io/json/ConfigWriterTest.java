package lichen.io.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import lichen.core.image.Crop;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.io.json.Studio.Brush;
import lichen.io.json.Studio.Painting;
import lichen.io.json.Studio.Pen;
import lichen.io.json.Studio.Sponge;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ConfigWriterTest {
    private final ConfigWriter writer = new ConfigWriter(Studio.registry());

    @Test
    void writesEveryKeyInTheOrderOfTheComponents() {
        Painting painting = Studio.painting("""
                {"tool": {"type": "brush"}, "type": "painting", "weights": {"sky": 2},
                 "spare": [{"type": "pen", "ink": "red"}, {"type": "sponge"}],
                 "model": {"crop": [1, 2, 3, 4], "image": "bundled:gravel"}}
                """);
        assertThat(writer.write(painting, Studio.WorkOfArt.class)).isEqualTo("""
                        {
                          "type": "painting",
                          "seed": 1,
                          "model": {
                            "image": "bundled:gravel",
                            "crop": [ 1, 2, 3, 4 ]
                          },
                          "tool": {
                            "type": "brush",
                            "width": 10,
                            "pressure": 0.5,
                            "restart-every": 4
                          },
                          "spare": [ {
                            "type": "pen",
                            "ink": "red"
                          }, {
                            "type": "sponge"
                          } ],
                          "layers": [ "all" ],
                          "weights": {
                            "sky": 2.0
                          },
                          "finish": "matt",
                          "size": [ 64, 48 ],
                          "signed": false
                        }
                        """);
    }

    @RepeatedTest(50)
    void readsBackToAnEqualRecord(RepetitionInfo repetition) {
        Painting painting = random(new Random(repetition.getCurrentRepetition()));
        String json = writer.write(painting, Studio.WorkOfArt.class);
        assertThat(Studio.painting(json)).isEqualTo(painting);
        assertThat(writer.write(Studio.painting(json), Studio.WorkOfArt.class)).isEqualTo(json);
    }

    private static Painting random(Random random) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            weights.put(text(random), Double.longBitsToDouble(random.nextLong() & ~(1L << 62)));
        }
        Optional<Crop> crop = random.nextBoolean()
                ? Optional.of(new Crop(random.nextInt(9), random.nextInt(9), 1 + random.nextInt(9), 1))
                : Optional.empty();
        List<Studio.DrawingTool> spare = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            spare.add(tool(random));
        }
        return new Painting(
                random.nextLong(),
                new Studio.Model(FileReference.to(Studio.FOLDER.resolve("x" + random.nextInt())), crop),
                tool(random),
                spare,
                List.of(text(random), text(random)),
                weights,
                Studio.Finish.values()[random.nextInt(2)],
                new Size(1 + random.nextInt(100), 1 + random.nextInt(100)),
                random.nextBoolean(),
                random.nextBoolean() ? Optional.of(text(random)) : Optional.empty());
    }

    private static Studio.DrawingTool tool(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Sponge();
            case 1 -> new Pen("ink " + text(random));
            default -> {
                int width = 1 + random.nextInt(1000);
                yield new Brush(width, random.nextGaussian(), random.nextInt(width));
            }
        };
    }

    /** Any characters, of which quotes, control characters and pairs of surrogates are the harder ones. */
    private static String text(Random random) {
        return random.ints(random.nextInt(12), 0, 0x11000)
                .filter(character -> !Character.isSurrogate((char) character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void refusesANumberThatIsNotFinite() {
        assertThatThrownBy(() -> writer.write(new Brush(5, Double.NaN, 1), Brush.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("JSON has no way to write the number NaN");
    }
}
