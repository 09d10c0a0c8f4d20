package lichen.model.operation;

import java.util.List;
import lichen.core.feature.Layer;
import lichen.core.tensor.PlaneWaves;

/**
 * Plane waves over a map: of phases {@code [N,H,W,P]} and vectors {@code [N,H,W,2P]}, both in turns; {@link PlaneWaves} has the
 * formula. They read where a pixel is, and nothing around it.
 *
 * <p>Source: Bergmann, Jetchev and Vollgraf, "Learning texture manifolds with the periodic spatial GAN" (2017), equation 4.
 *
 * @param whole whether there are whole numbers of them along each side, so that the map tiles; so it is once trained
 */
public record Oscillate(boolean whole) implements Pointwise, Weightless {
    static final String ANY = "waves";
    static final String WHOLE = "whole-waves";
    private static final int PHASES = 0;
    private static final int VECTORS = 1;

    @Override
    public Arity arity() {
        return Arity.TWO;
    }

    @Override
    public Layer.Kind kind() {
        return Layer.Kind.ACTIVATION;
    }

    @Override
    public List<String> misfits(List<Integer> inputs) {
        return inputs.get(VECTORS) == 2 * inputs.get(PHASES)
                ? List.of()
                : List.of("expected two channels of vectors for each of " + inputs.get(PHASES) + " phases, found "
                        + inputs.get(VECTORS));
    }

    @Override
    public Oscillate trained() {
        return new Oscillate(true);
    }

    @Override
    public Backward forward(Forward at) {
        PlaneWaves asTheyAre = waves(at, whole);
        at.runInTraining(asTheyAre.forward(at.output()));
        at.runTrained(waves(at, true).forward(at.output()));
        return back -> {
            if (back.wants(PHASES)) {
                back.run(asTheyAre.gradientOfPhases(back.gradient(), back.of(PHASES)));
            }
            if (back.wants(VECTORS)) {
                back.run(asTheyAre.gradientOfVectors(back.gradient(), back.of(VECTORS)));
            }
        };
    }

    private static PlaneWaves waves(Forward at, boolean whole) {
        return new PlaneWaves(at.inputs().get(PHASES), at.inputs().get(VECTORS), whole);
    }

    @Override
    public Description description() {
        return new Description(whole ? WHOLE : ANY);
    }
}
