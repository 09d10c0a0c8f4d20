package lichen.io.data;

import java.util.Optional;
import lichen.core.check.Require;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * Which patches are left out: blank ones and those out of focus, judged at the size that training sees.
 *
 * @param leastContrast the contrast that a patch must have; 0 keeps blank ones
 * @param leastSharpness the sharpness that a patch must have; 0 keeps those out of focus
 */
@Summary("which patches are left out")
public record Rejection(
        @Default("0.005") @Summary("least standard deviation of luma; 0 keeps blank patches")
        double leastContrast,

        @Default("0.05") @Summary("least variance of the Laplacian over that of luma; 0 keeps patches out of focus")
        double leastSharpness) {
    /** Checks the ranges. */
    public Rejection {
        Require.notNegative("leastContrast", leastContrast);
        Require.notNegative("leastSharpness", leastSharpness);
    }

    /** Why a patch is left out; empty if it is kept. */
    Optional<Fault> judge(Appearance appearance) {
        if (appearance.contrast() < leastContrast) {
            return Optional.of(Fault.BLANK);
        }
        return appearance.sharpness() < leastSharpness ? Optional.of(Fault.OUT_OF_FOCUS) : Optional.empty();
    }
}
