package lichen.synthesis.objective;

import java.util.ArrayList;
import java.util.List;
import lichen.core.check.Require;
import lichen.core.image.Picture;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * What lies between photographs: the texture that has the mean of their signatures, by the rule of the descriptor.
 *
 * <p>With several {@code strips}, the mean changes from left to right. The image is seen in so many strips that overlap by half; the
 * first is to have the first photograph's signature, the last the last one's, those between them means of the two photographs that are
 * next to them, at even distances. Weights then say how strongly each photograph draws.
 *
 * @param photographs what is mixed
 * @param strips how many means there are from left to right
 */
@Summary("the mean of the signatures of several photographs")
public record Mixture(
        @Summary("the photographs, each with its weight") List<Portion> photographs,

        @Default("1")
        @Summary("more than 1: from the first photograph at the left to the last at the right, in so many steps")
        int strips) {
    private static final int MOST = 32;

    /** Checks that there is something to mix. */
    public Mixture {
        photographs = List.copyOf(photographs);
        Require.that(!photographs.isEmpty(), "photographs", "must be at least one");
        double sum = photographs.stream().mapToDouble(Portion::weight).sum();
        Require.that(
                sum > 0 && Double.isFinite(sum),
                "photographs",
                "must have weights that are not all 0, nor too large to be added up");
        Require.that(strips >= 1 && strips <= MOST, "strips", "must be from 1 to " + MOST + ", but is " + strips);
        Require.that(
                strips == 1 || photographs.stream().allMatch(portion -> portion.weight() > 0),
                "strips",
                "must be 1 where a photograph has no weight: each has its place from left to right");
    }

    /** One mean of several photographs. */
    public Mixture(List<Portion> photographs) {
        this(photographs, 1);
    }

    /** Whether the mean changes from left to right. */
    public boolean knowsPlaces() {
        return strips > 1;
    }

    /** The photographs. */
    public List<Picture> pictures() {
        return photographs.stream().map(Portion::picture).toList();
    }

    /** The parts of the photographs in the mean of a strip; their sum is 1. */
    public List<Double> shares(int strip) {
        double place = strips == 1 ? 0 : (double) strip * (photographs.size() - 1) / (strips - 1);
        List<Double> weights = new ArrayList<>();
        for (int k = 0; k < photographs.size(); k++) {
            double near = strips == 1 ? 1 : Math.max(0, 1 - Math.abs(place - k));
            weights.add(near * photographs.get(k).weight());
        }
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        return weights.stream().map(weight -> weight / sum).toList();
    }
}
