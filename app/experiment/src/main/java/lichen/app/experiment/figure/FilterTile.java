package lichen.app.experiment.figure;

import java.util.List;
import java.util.Locale;

/**
 * What came out for one channel.
 *
 * @param channel the channel, counted from 0
 * @param activation the greatest mean activation that was reached
 * @param slope the greatest norm of a gradient on the way
 */
record FilterTile(int channel, double activation, double slope) {
    /** The columns of the numbers of a run; the first counts tiles from 1. */
    static final List<String> COLUMNS = List.of("tile", "channel", "activation", "largest_gradient");

    static FilterTile of(List<Double> row) {
        return new FilterTile(row.get(1).intValue(), row.get(2), row.get(3));
    }

    double[] numbers() {
        return new double[] {channel, activation, slope};
    }

    /** Whether no change of the image ever changed the channel: its image is the start. */
    boolean isSilent() {
        return slope == 0;
    }

    /** The name of its image. */
    String image() {
        return image(channel);
    }

    static String image(int channel) {
        return String.format(Locale.ROOT, "channel-%04d", channel);
    }

    String caption() {
        return isSilent() ? channel + " silent" : Integer.toString(channel);
    }
}
