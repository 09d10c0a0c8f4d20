package lichen.app.quality.measure;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import lichen.app.quality.Gauge;
import lichen.app.quality.Kind;
import lichen.app.quality.Measure;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.NetworkSpec;
import lichen.core.feature.Statistic;
import lichen.core.feature.UnknownLayerException;
import lichen.core.image.ImageSource;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.random.RandomStreams;

/**
 * How much of a picture, which the image was to look like, is lost: 0 is the picture itself, 1 as far from it as the photograph is
 * that gave the style.
 *
 * <p>The mean over layers of |F(x) - F(c)|² / |F(p) - F(c)|², F the feature maps of image x, content c and photograph p, the latter two
 * brought to the image's extents. Pixel lies upon pixel, so it is no statistic. For style transfer: the one end of the trade-off, of
 * which the measures of quality are the other. Source: the content loss of Gatys, Ecker and Bethge (2016), section 2.1.
 *
 * @param picture the content
 * @param network what looks at all three
 * @param layers its layers
 */
@Summary("how much of a picture, which the image was to look like, is lost: 1 is as far from it as the photograph")
public record LikenessToContent(
        @Summary("what the image was to look like") Picture picture,

        @Default("{\"type\": \"random-layers\"}") @Summary("what looks at them")
        NetworkSpec network,

        @Default("[\"conv6\"]") @Summary("the layers of the network that are compared")
        List<String> layers)
        implements Measure {
    private static final Size LEAST = new Size(1, 1);

    /** Copies the list. */
    public LikenessToContent {
        layers = List.copyOf(layers);
    }

    @Override
    public Kind kind() {
        return Kind.OTHER;
    }

    @Override
    public Set<Statistic> statistics() {
        return Set.of();
    }

    @Override
    public Gauge open() throws IOException {
        throw new IOException(picture.image() + ": no picture can be looked at here");
    }

    @Override
    public Gauge open(ImageSource pictures) throws IOException {
        FeatureNetwork opened = network.open(new RandomStreams(0).stream("measure-content"));
        pictures.open(picture, LEAST);
        try {
            return new ContentGauge(opened, opened.architecture().select(layers), size -> pictures.open(picture, size));
        } catch (UnknownLayerException e) {
            throw new IOException(
                    "the measure content: unknown layers " + e.unknown() + "; the network has " + e.known(), e);
        }
    }
}
