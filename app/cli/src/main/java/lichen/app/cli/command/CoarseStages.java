package lichen.app.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.app.experiment.Stage;
import lichen.core.image.Size;

/** How an experiment's coarse stages are made fit for a small image: none looks at less than its network can. */
final class CoarseStages {
    private CoarseStages() {}

    /**
     * What has to change: values by the ways to them.
     *
     * @param stages those of the experiment
     * @param image the extents of the image to make
     * @param seen the extents of what is looked at
     */
    static Map<String, Object> fitFor(List<Stage> stages, Size image, Size seen) {
        int side = Math.min(Math.min(image.width(), image.height()), Math.min(seen.width(), seen.height()));
        double least = Math.min(1, (double) Extract.LEAST / side);
        Map<String, Object> changes = new LinkedHashMap<>();
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).scale() < least) {
                changes.put("stages[" + i + "].scale", least);
            }
        }
        return changes;
    }
}
