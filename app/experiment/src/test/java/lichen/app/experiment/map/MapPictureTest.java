package lichen.app.experiment.map;

import static org.assertj.core.api.Assertions.assertThat;

import lichen.core.image.Image;
import org.junit.jupiter.api.Test;

class MapPictureTest {
    private final TextureMap map = Maps.of(0, 0, 4, 0, 0, 2);
    private final Image picture = MapPicture.of(map);

    @Test
    void showsThePatchInAFrameOfItsSourcesColour() {
        for (Marker marker : map.markers()) {
            int edge = marker.x() - map.side() / 2;
            int grey = Math.round(marker.thumbnail().image().at(0, 0, 0) * 255);
            assertThat(pixel(marker.x(), marker.y())).isEqualTo(grey * 0x010101);
            assertThat(pixel(edge, marker.y())).isEqualTo(grey * 0x010101);
            assertThat(pixel(edge - 1, marker.y())).isEqualTo(marker.colour());
            assertThat(pixel(edge - map.frame() - 1, marker.y())).isEqualTo(0xffffff);
        }
    }

    @Test
    void explainsTheColoursBelow() {
        for (Legend.Entry entry : map.legend().entries()) {
            assertThat(pixel(entry.x() + 3, map.depth() + entry.y() + 3)).isEqualTo(entry.colour());
        }
        assertThat(picture.height()).isEqualTo(map.height());
    }

    private int pixel(int x, int y) {
        int rgb = 0;
        for (int channel = 0; channel < Image.CHANNELS; channel++) {
            rgb = rgb << 8 | Math.round(picture.at(x, y, channel) * 255);
        }
        return rgb;
    }
}
