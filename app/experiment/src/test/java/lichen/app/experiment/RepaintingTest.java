package lichen.app.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lichen.core.image.Picture;
import lichen.core.plugin.FileReference;
import lichen.synthesis.objective.Content;
import lichen.synthesis.objective.Loss;
import lichen.synthesis.objective.Region;
import lichen.synthesis.objective.TotalVariation;
import lichen.synthesis.objective.WeightedSum;
import lichen.synthesis.objective.WeightedSum.Weighted;
import lichen.synthesis.start.FromImage;
import lichen.synthesis.start.MeanColour;
import org.junit.jupiter.api.Test;

class RepaintingTest {
    private static final FileReference WALL = new FileReference("bundled:stone-wall");
    private static final FileReference MOSS = new FileReference("bundled:mossy-ground");
    private static final FileReference BARK = new FileReference("bundled:bark");

    private final Repainting repainting = new Repainting(MOSS, BARK);

    @Test
    void givesWhatIsInTheColoursOfOnePhotographThoseOfAnother() {
        Loss loss = new WeightedSum(List.of(
                new Weighted(1, new TotalVariation(1)),
                new Weighted(2, content(MOSS)),
                new Weighted(3, new Region(Picture.of(WALL), "#ff0000", content(MOSS), Optional.empty()))));

        assertThat(repainting.of(loss))
                .isEqualTo(new WeightedSum(List.of(
                        new Weighted(1, new TotalVariation(1)),
                        new Weighted(2, content(BARK)),
                        new Weighted(3, new Region(Picture.of(WALL), "#ff0000", content(BARK), Optional.empty())))));
        assertThat(repainting.of(new FromImage(WALL, Optional.of(MOSS))))
                .isEqualTo(new FromImage(WALL, Optional.of(BARK)));
    }

    @Test
    void leavesAllElseAsItIs() {
        Loss loss = new WeightedSum(List.of(new Weighted(1, content(WALL)), new Weighted(1, new TotalVariation(1))));
        FromImage plain = new FromImage(WALL);
        MeanColour grey = new MeanColour(0);

        assertThat(repainting.of(loss)).isSameAs(loss);
        assertThat(repainting.of(plain)).isSameAs(plain);
        assertThat(repainting.of(grey)).isSameAs(grey);
    }

    private static Content content(FileReference colours) {
        return new Content(Picture.of(WALL).inColoursOf(colours), List.of("image@2"), true);
    }
}
