package lichen.synthesis;

import com.google.inject.Binder;
import com.google.inject.Module;
import lichen.core.plugin.VariantBinder;
import lichen.synthesis.objective.Activation;
import lichen.synthesis.objective.Content;
import lichen.synthesis.objective.GuidedEnergy;
import lichen.synthesis.objective.LayerEnergy;
import lichen.synthesis.objective.Loss;
import lichen.synthesis.objective.PatchLikeness;
import lichen.synthesis.objective.Region;
import lichen.synthesis.objective.SignatureMatch;
import lichen.synthesis.objective.TotalVariation;
import lichen.synthesis.objective.WeightedSum;
import lichen.synthesis.parameterization.Bounded;
import lichen.synthesis.parameterization.Fourier;
import lichen.synthesis.parameterization.Parameterization;
import lichen.synthesis.parameterization.Pixels;
import lichen.synthesis.start.FromImage;
import lichen.synthesis.start.GaussianNoise;
import lichen.synthesis.start.MeanColour;
import lichen.synthesis.start.PatchLayout;
import lichen.synthesis.start.PinkNoise;
import lichen.synthesis.start.StartImage;
import lichen.synthesis.start.UniformNoise;

/** The objectives, parameterisations and start images that come along. */
public final class SynthesisModule implements Module {
    @Override
    public void configure(Binder binder) {
        VariantBinder.in(binder)
                .bind(Loss.class, "signature-match", SignatureMatch.class)
                .bind(Loss.class, "content", Content.class)
                .bind(Loss.class, "activation", Activation.class)
                .bind(Loss.class, "layer-energy", LayerEnergy.class)
                .bind(Loss.class, "guided-energy", GuidedEnergy.class)
                .bind(Loss.class, "nearest-patches", PatchLikeness.class)
                .bind(Loss.class, "total-variation", TotalVariation.class)
                .bind(Loss.class, "region", Region.class)
                .bind(Loss.class, "weighted-sum", WeightedSum.class)
                .bind(Parameterization.class, "pixels", Pixels.class)
                .bind(Parameterization.class, "bounded", Bounded.class)
                .bind(Parameterization.class, "fourier", Fourier.class)
                .bind(StartImage.class, "uniform-noise", UniformNoise.class)
                .bind(StartImage.class, "gaussian-noise", GaussianNoise.class)
                .bind(StartImage.class, "pink-noise", PinkNoise.class)
                .bind(StartImage.class, "mean-colour", MeanColour.class)
                .bind(StartImage.class, "patch-diffusion", PatchLayout.class)
                .bind(StartImage.class, "from-image", FromImage.class);
    }
}
