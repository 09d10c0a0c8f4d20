package lichen.app.experiment.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lichen.app.experiment.embedding.Points;
import lichen.core.check.InvalidValueException;
import org.junit.jupiter.api.Test;

class TextureMapTest {
    @Test
    void givesBothAxesTheSameScale() {
        List<Marker> markers = Maps.of(0, 0, 4, 0, 0, 2).markers();

        int across = markers.get(1).x() - markers.get(0).x();
        int upward = markers.get(0).y() - markers.get(2).y();
        assertThat(across).isEqualTo(1600 - 20 - 2 * 14);
        assertThat(upward).isEqualTo(across / 2);
    }

    @Test
    void keepsPatchesWithTheirFramesInside() {
        TextureMap map = Maps.of(-3, 1e-3, 5, -7e-3, 1, 0, 2, 4);
        int half = map.side() / 2 + map.frame() + 1;

        assertThat(map.markers()).allSatisfy(marker -> {
            assertThat(marker.x()).isBetween(half, TextureMap.EXTENT - half);
            assertThat(marker.y()).isBetween(half, map.depth() - half);
        });
    }

    @Test
    void isNoHigherThanNeeded() {
        assertThat(Maps.of(0, 0, 4, 0, 0, 2).depth()).isEqualTo(776 + 48);
        assertThat(Maps.of(0, 0, 4, 0, 2, 0).depth()).isEqualTo(600);
        assertThat(Maps.of(0, 0, 2, 4, 0, 2).depth()).isEqualTo(1600);
    }

    @Test
    void putsPatchesThatShareOnePlaceIntoTheMiddle() {
        assertThat(Maps.of(7, 7, 7, 7).markers()).extracting(Marker::x).containsOnly(800);
    }

    @Test
    void givesEachSourceItsColour() {
        List<Marker> markers = Maps.of(0, 0, 4, 0, 0, 2).markers();

        assertThat(markers.get(1).colour())
                .isEqualTo(markers.get(2).colour())
                .isNotEqualTo(markers.get(0).colour());
    }

    @Test
    void makesPatchesSmallerTheMoreThereAre() {
        assertThat(TextureMap.sideFor(3)).isEqualTo(160);
        assertThat(TextureMap.sideFor(200)).isEqualTo(57);
        assertThat(TextureMap.sideFor(2000)).isEqualTo(20);
    }

    @Test
    void wantsAPlaceForEachPatch() {
        List<Thumbnail> one = List.of(Maps.grey("a", "b", 8, 0));
        Points two = Points.of(2, 2, new double[4]);

        assertThatThrownBy(() -> TextureMap.of(one, two))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("places must be [1, 2], but are [2, 2]");
    }
}
