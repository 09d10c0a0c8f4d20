package lichen.io.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lichen.io.image.ImageCodec;
import lichen.io.run.InputFile;

/** What would be cut out of which photographs; nothing is written before {@link #cut}. Immutable. */
public final class PatchPlan {
    private final Layout layout;
    private final List<InputFile> inputs;
    private final List<String> notices;

    PatchPlan(Layout layout, List<InputFile> inputs, List<String> notices) {
        this.layout = layout;
        this.inputs = List.copyOf(inputs);
        this.notices = List.copyOf(notices);
    }

    /** The photographs, in order, each with its side and what its patches are for. */
    public List<SourcePhotograph> photographs() {
        return layout.photographs();
    }

    /** The files of the photographs, in the same order: what a run's manifest names as its inputs. */
    public List<InputFile> inputs() {
        return inputs;
    }

    /** A line for each file that was passed over, with the reason, and for what else a user should know. */
    public List<String> notices() {
        return notices;
    }

    /** How many patches there are before blank ones and those out of focus are left out. */
    public int squares() {
        return layout.squares();
    }

    /** The extents of a patch, both ways. */
    public int size() {
        return layout.size();
    }

    /** All that decides what is cut. */
    Layout layout() {
        return layout;
    }

    /**
     * Makes the data set: patches as PNG of 8 bits, photograph by photograph, and last the manifest. A folder that holds the
     * data set of this plan already is used as it is; one that was left unfinished is done again.
     *
     * @param folder where to; it is made if it is not there
     * @param images reads photographs and writes patches
     * @param listener is told after each photograph
     * @throws DataSetException if a photograph is gone or has changed since the plan was made, if the folder holds another
     *     data set, or if no patch to train on is left
     * @throws IOException naming the file, if one cannot be read or written; what was cut stays unfinished and is never
     *     taken for a data set
     */
    public DataSet cut(Path folder, ImageCodec images, CutListener listener) throws IOException {
        return new Cutter(this, folder, images).cut(listener);
    }
}
