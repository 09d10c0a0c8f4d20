package lichen.app.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lichen.core.image.Size;
import lichen.io.json.ConfigText;
import lichen.io.json.Setting;

/** How an experiment's coarse stages are made fit for a small image: none looks at less than its network can. */
final class CoarseStages {
    private CoarseStages() {}

    /**
     * What has to change.
     *
     * @param experiment the experiment
     * @param image the extents of the image to make
     * @param seen the extents of what is looked at
     */
    static List<Setting> fitFor(ConfigText experiment, Size image, Size seen) throws IOException {
        int side = Math.min(Math.min(image.width(), image.height()), Math.min(seen.width(), seen.height()));
        double least = Math.min(1, (double) Extract.LEAST / side);
        JsonNode stages = new ObjectMapper().readTree(experiment.text()).path("stages");
        List<Setting> settings = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).path("scale").asDouble() < least) {
                settings.add(Setting.parse("stages[" + i + "].scale=" + least));
            }
        }
        return settings;
    }
}
