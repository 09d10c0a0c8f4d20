package lichen.synthesis.objective;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.FeatureNetwork;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.Nhwc;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The feature maps of a large image, of one band after the other; what is computed of one is forgotten with the next. */
final class BandedMaps {
    private final Bands bands;
    private final List<String> layers;
    private final Map<Integer, Differentiable<INDArray, FeatureMaps>> programs = new HashMap<>();
    private final TensorScope band;

    /** Compiles the programs, one for each height that bands have with their margins. */
    BandedMaps(FeatureNetwork network, Bands bands, Border border, List<String> layers, TensorScope scope) {
        this.bands = bands;
        this.layers = layers;
        band = scope.child();
        for (Bands.Band each : bands.all()) {
            programs.computeIfAbsent(
                    each.height(),
                    height -> network.compile(new Size(bands.size().width(), height), border, layers, scope));
        }
    }

    /** How many bands there are, all of which weigh the same. */
    int count() {
        return bands.count();
    }

    /** Shows the maps of each band, without its margins. */
    void each(INDArray image, Consumer<FeatureMaps> seen) {
        for (Bands.Band each : bands.all()) {
            band.rewind();
            seen.accept(inside(each, program(each).at(window(image, each)).value()));
        }
    }

    /**
     * Carries gradients back to an image.
     *
     * @param slopes from the maps of a band to d loss / d maps
     * @param gradient d loss / d image is written
     */
    void pullBack(INDArray image, UnaryOperator<FeatureMaps> slopes, INDArray gradient) {
        gradient.assign(0);
        for (Bands.Band each : bands.all()) {
            band.rewind();
            Evaluation<INDArray, FeatureMaps> maps = program(each).at(window(image, each));
            FeatureMaps inside = slopes.apply(inside(each, maps.value()));
            INDArray slope = maps.pullback().apply(widened(each, inside, maps.value()));
            int height = bands.size().height();
            for (int row = 0; row < each.height(); row++) {
                Nhwc.rows(gradient, Math.floorMod(each.top() + row, height), 1).addi(Nhwc.rows(slope, row, 1));
            }
        }
    }

    private Differentiable<INDArray, FeatureMaps> program(Bands.Band of) {
        return Objects.requireNonNull(programs.get(of.height()));
    }

    private INDArray window(INDArray image, Bands.Band of) {
        INDArray window = band.array(1, of.height(), bands.size().width(), Image.CHANNELS);
        int height = bands.size().height();
        int done = 0;
        while (done < of.height()) {
            int from = Math.floorMod(of.top() + done, height);
            int count = Math.min(of.height() - done, height - from);
            Nhwc.rows(window, done, count).assign(Nhwc.rows(image, from, count));
            done += count;
        }
        return window;
    }

    /** The maps of the band alone. */
    private FeatureMaps inside(Bands.Band of, FeatureMaps maps) {
        Map<String, INDArray> inside = new LinkedHashMap<>();
        for (String layer : layers) {
            INDArray map = maps.layer(layer);
            inside.put(layer, inside(map, of));
        }
        return maps.with(inside);
    }

    /** Gradients of the band's maps as those of maps with margins, on which nothing depends. */
    private FeatureMaps widened(Bands.Band of, FeatureMaps slopes, FeatureMaps maps) {
        Map<String, INDArray> widened = new LinkedHashMap<>();
        slopes.layers().forEach((layer, slope) -> {
            INDArray wide = band.array(maps.layer(layer).shape());
            wide.assign(0);
            inside(wide, of).addi(slope); // of one value for all pixels, too
            widened.put(layer, wide);
        });
        return new FeatureMaps(widened);
    }

    private INDArray inside(INDArray map, Bands.Band of) {
        int stride = Math.toIntExact(of.height() / map.size(1));
        return Nhwc.rows(map, of.inset() / stride, bands.rows() / stride);
    }
}
