package lichen.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lichen.core.image.MaskColour;
import lichen.core.image.Picture;
import lichen.core.plugin.FileReference;
import lichen.synthesis.objective.Content;
import lichen.synthesis.objective.Loss;
import lichen.synthesis.objective.PatchLikeness;
import lichen.synthesis.objective.Region;
import lichen.synthesis.objective.Summand;
import lichen.synthesis.objective.TotalVariation;
import lichen.synthesis.objective.WeightedSum;
import org.junit.jupiter.api.Test;

class RestylingTest {
    private static final Picture HOUSE = Picture.of(new FileReference("/house.jpg"));
    private static final Picture MOSS = Picture.of(new FileReference("/moss.jpg"));
    private static final Picture BARK = Picture.of(new FileReference("/bark.jpg"));

    @Test
    void givesEachStyleATermOfItsOwnAndTheContentItsPicture() {
        PatchLikeness patches = new PatchLikeness(List.of("image"), 7, 2, Optional.empty());
        Content content = new Content(Picture.of(new FileReference("bundled:paving")), List.of("image"), true);
        TotalVariation smooth = new TotalVariation(1);
        Loss loss = new WeightedSum(List.of(
                new WeightedSum.Weighted(2, patches),
                new WeightedSum.Weighted(0.5, content),
                new WeightedSum.Weighted(3, smooth)));

        Loss restyled = Restyling.whole(
                        HOUSE, List.of(new Restyling.Shared(MOSS, 0.75), new Restyling.Shared(BARK, 0.25)))
                .of(loss);

        assertThat(restyled.summands())
                .containsExactly(
                        new Summand("terms[0].term", 1.5, patches.of(MOSS)),
                        new Summand("terms[1].term", 0.5, patches.of(BARK)),
                        new Summand("terms[2].term", 0.5, content.of(HOUSE)),
                        new Summand("terms[3].term", 3, smooth));
    }

    @Test
    void asksEachRegionForItsOwnStyleByItsShareOfThePicture() {
        PatchLikeness patches = new PatchLikeness(List.of("image"), 7, 2, Optional.empty());
        Content content = new Content(Picture.of(new FileReference("bundled:paving")), List.of("image"), true);
        Picture mask = Picture.of(new FileReference("/mask.png"));
        MaskColour red = MaskColour.of("#ff0000");
        Restyling.Within within = new Restyling.Within(mask, red, Optional.of(MOSS));
        Loss restyled = new Restyling(List.of(
                        new Restyling.Part(Optional.of(within), 0.25, HOUSE, List.of(new Restyling.Shared(BARK, 1)))))
                .of(new WeightedSum(
                        List.of(new WeightedSum.Weighted(2, patches), new WeightedSum.Weighted(1, content))));

        assertThat(restyled.summands())
                .containsExactly(
                        new Summand(
                                "terms[0].term", 0.5, new Region(mask, "#ff0000", patches.of(BARK), Optional.of(MOSS))),
                        new Summand(
                                "terms[1].term",
                                0.25,
                                new Region(mask, "#ff0000", content.of(HOUSE), Optional.empty())));
    }
}
