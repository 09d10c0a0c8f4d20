package lichen.io.data;

import java.io.IOException;
import lichen.core.plugin.Family;
import lichen.core.plugin.Summary;
import lichen.core.random.RandomStreams;
import lichen.io.image.ImageCodec;

/** Where the images of a data set come from. A family of variants, {@code "type"} in JSON. */
@FunctionalInterface
@Family("data")
@Summary("where the images of a data set come from")
public interface DataSource {
    /**
     * Looks at the photographs and says what would be cut out of them. Files are read and nothing is decoded or written.
     *
     * @param images reads image files
     * @param random the experiment's random numbers; the same ones give the same plan
     * @throws lichen.core.check.InvalidValueException naming the key at fault, if no data set can be made of what is there
     * @throws IOException if a photograph that was named by itself cannot be read
     */
    PatchPlan plan(ImageCodec images, RandomStreams random) throws IOException;
}
