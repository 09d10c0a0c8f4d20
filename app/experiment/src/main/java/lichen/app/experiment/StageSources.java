package lichen.app.experiment;

import java.io.IOException;
import java.util.Optional;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.NetworkSpec;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Regions;
import lichen.core.image.Resize;
import lichen.core.image.Size;
import lichen.synthesis.objective.Mixture;
import lichen.synthesis.objective.Sources;

/**
 * The networks of an experiment, and pictures at the scale of one of its stages.
 *
 * @param photograph the experiment's own, at that scale
 * @param mixture what it means in place of that, if anything
 */
record StageSources(
        Workbench workbench,
        Networks<FeatureNetwork> networks,
        Stage stage,
        Image photograph,
        Optional<Mixture> mixture)
        implements Sources {
    @Override
    public FeatureNetwork network(Optional<NetworkSpec> network) throws IOException {
        return networks.of(network).orElseThrow();
    }

    @Override
    public Image photograph(Picture picture) throws IOException {
        Image whole = workbench.picture(picture, workbench.place(picture, "$.objective"));
        return Resize.fit(whole, stage.of(whole.size()));
    }

    @Override
    public Image overlay(Picture picture, Size extents) throws IOException {
        return Resize.fit(workbench.picture(picture, workbench.place(picture, "$.objective")), extents);
    }

    @Override
    public Regions regions(Picture mask) throws IOException {
        return workbench.regions(mask, workbench.place(mask, "$.objective"));
    }
}
