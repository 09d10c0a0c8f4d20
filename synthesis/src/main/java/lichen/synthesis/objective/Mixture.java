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
 * <p>A shift leads beyond: to the sum of the signatures with weights of either sign.
 *
 * @param photographs what is mixed
 * @param strips how many means there are from left to right
 * @param shift what is added to the shares of the photographs, in all 0; empty for nothing
 */
@Summary("the mean of the signatures of several photographs")
public record Mixture(
        @Summary("the photographs, each with its weight") List<Portion> photographs,

        @Default("1")
        @Summary("more than 1: from the first photograph at the left to the last at the right, in so many steps")
        int strips,

        @Default("[]")
        @Summary(
                "what is added to each photograph's share of the sum, in all 0: shares below 0 lead beyond the photographs")
        List<Double> shift) {
    private static final int MOST = 32;
    private static final double ROUNDING = 1e-6;

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
        shift = List.copyOf(shift);
        Require.that(
                shift.isEmpty() || shift.size() == photographs.size(),
                "shift",
                "must be as many numbers as photographs, " + photographs.size() + ", but is " + shift.size());
        Require.that(
                Math.abs(shift.stream().mapToDouble(Double::doubleValue).sum()) < ROUNDING,
                "shift",
                "must be 0 in all, so that shares are 1 in all");
        Require.that(strips == 1 || shift.isEmpty(), "shift", "must be left out where there are several strips");
        Require.that(
                strips == 1 || photographs.stream().allMatch(portion -> portion.weight() > 0),
                "strips",
                "must be 1 where a photograph has no weight: each has its place from left to right");
    }

    /** One mean of several photographs. */
    public Mixture(List<Portion> photographs) {
        this(photographs, 1);
    }

    /** Means of several photographs, from left to right. */
    public Mixture(List<Portion> photographs, int strips) {
        this(photographs, strips, List.of());
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

    /** Whether it leads beyond the photographs' mean. */
    public boolean isShifted() {
        return !shift.isEmpty();
    }

    /** The weights of the photographs' signatures in a sum that is shifted; their sum is 1, and some may be below 0. */
    public List<Double> shifted() {
        List<Double> shares = shares(0);
        List<Double> weights = new ArrayList<>();
        for (int k = 0; k < shares.size(); k++) {
            weights.add(shares.get(k) + shift.get(k));
        }
        return weights;
    }
}
