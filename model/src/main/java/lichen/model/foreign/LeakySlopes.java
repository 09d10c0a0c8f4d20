package lichen.model.foreign;

import java.util.Arrays;
import lichen.model.operation.Add;
import lichen.model.operation.LeakyRelu;
import lichen.model.operation.Relu;
import lichen.model.operation.ScaleShift;

/**
 * Rectifiers that keep a part of what is negative: x where it is positive, s x elsewhere, with a slope s for each channel. One slope
 * for all is {@link LeakyRelu}; else it is s x + (1 - s) max(x, 0).
 *
 * <p>Source: He, Zhang, Ren and Sun, "Delving deep into rectifiers" (2015), equation 1.
 */
public final class LeakySlopes {
    private LeakySlopes() {}

    /** Adds the layer. */
    public static void add(LayerPlace place, float... slopes) throws UnreadableException {
        float first = slopes[0];
        boolean single = true;
        for (float slope : slopes) {
            single &= slope == first;
        }
        if (single && first == 0) {
            place.become(new Relu());
        } else if (single && first > 0 && first < 1) {
            place.become(new LeakyRelu(first));
        } else {
            addEach(place, slopes);
        }
    }

    private static void addEach(LayerPlace place, float[] slopes) throws UnreadableException {
        int channels = place.channels();
        float[] kept = slopes.clone();
        if (slopes.length == 1) {
            kept = new float[channels];
            Arrays.fill(kept, slopes[0]);
        }
        float[] added = new float[kept.length];
        for (int c = 0; c < kept.length; c++) {
            added[c] = 1 - kept[c];
        }
        String all = place.step("all", new ScaleShift(kept, new float[kept.length]), place.input());
        String positive = place.step("positive", new Relu(), place.input());
        String rest = place.step("rest", new ScaleShift(added, new float[kept.length]), positive);
        place.end(new Add(), all, rest);
    }
}
