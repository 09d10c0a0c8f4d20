package lichen.io.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lichen.core.image.Image;
import lichen.core.plugin.FileReference;
import lichen.io.image.ImageCodec;

/** A data set in its folder: what the manifest says is in memory, the patches are read when asked for. Immutable. */
public final class DataSet {
    private final Path folder;
    private final DataSetManifest manifest;
    private final ImageCodec images;

    private DataSet(Path folder, DataSetManifest manifest, ImageCodec images) {
        this.folder = folder;
        this.manifest = manifest;
        this.images = images;
    }

    /**
     * Opens a data set.
     *
     * @param folder the folder that it was cut into
     * @param images reads the patches
     * @throws DataSetException if the folder holds none, or only a part of one, or its manifest is damaged
     */
    public static DataSet read(Path folder, ImageCodec images) throws IOException {
        Path manifest = manifest(folder);
        if (!Files.exists(manifest)) {
            throw new DataSetException(folder + ": holds no data set, as there is no " + manifest.getFileName()
                    + " in it; check the path, or cut the data set to its end");
        }
        return new DataSet(folder, DataSetManifest.read(manifest), images);
    }

    static Path manifest(Path folder) {
        return folder.resolve("data-set.json");
    }

    static Path patches(Path folder) {
        return folder.resolve("patches");
    }

    static Path file(Path folder, String name) {
        return patches(folder).resolve(name + ".png");
    }

    /** The extents of a patch, both ways. */
    public int side() {
        return manifest.layout().size();
    }

    /** The patches to learn from, in order; never empty. */
    public List<Patch> training() {
        return of(Subset.TRAINING);
    }

    /** The patches to validate with, in order; none of a photograph that is learned from. */
    public List<Patch> validation() {
        return of(Subset.VALIDATION);
    }

    private List<Patch> of(Subset subset) {
        return manifest.patches().stream()
                .filter(patch -> patch.subset() == subset)
                .toList();
    }

    /** All patches, in the order of the photographs. */
    public List<Patch> patches() {
        return manifest.patches();
    }

    /** What was left out as blank or out of focus. */
    public List<RejectedPatch> rejected() {
        return manifest.rejected();
    }

    /** The photographs, in order. */
    public List<SourcePhotograph> photographs() {
        return manifest.layout().photographs();
    }

    /** What training may do to patches. */
    public Turns turns() {
        return manifest.layout().turns();
    }

    /** A line for each file that was passed over, for the patches left out, and for what else a user should know. */
    public List<String> notices() {
        return manifest.notices();
    }

    /** Those of {@link #notices()} that the plan did not have: what showed only while the photographs were cut. */
    public List<String> noticesSince(PatchPlan plan) {
        return notices().stream()
                .filter(notice -> !plan.notices().contains(notice))
                .toList();
    }

    /** The SHA-256 of all pixels and of what they are for: equal for data sets that train alike; 64 hexadecimal digits. */
    public String hash() {
        return manifest.hash();
    }

    Layout layout() {
        return manifest.layout();
    }

    /** The file of a patch. */
    public Path file(Patch patch) {
        return file(folder, patch.name());
    }

    /**
     * Reads a patch. Any number of threads may do so at once.
     *
     * @return an image of {@link #side()} pixels both ways
     * @throws IOException if its file is missing, damaged, or shows something else than when it was cut
     */
    public Image read(Patch patch) throws IOException {
        Image image = images.read(FileReference.to(file(patch)));
        if (!PixelHash.of(image).equals(patch.sha256())) {
            throw new DataSetException(
                    file(patch) + ": was changed since it was cut; remove " + folder + " and cut the data set again");
        }
        return image;
    }

    /** Reads a patch and turns it as asked; otherwise as {@link #read(Patch)}. */
    public Image read(Draw draw) throws IOException {
        return draw.turn().apply(read(draw.patch()));
    }
}
