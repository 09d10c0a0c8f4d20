package lichen.io.data;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import lichen.core.image.Resize;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.io.file.AtomicFiles;
import lichen.io.file.WriteException;
import lichen.io.image.Depth;
import lichen.io.image.ImageCodec;
import lichen.io.image.ImageFileException;
import lichen.io.json.RecordFile;
import lichen.io.run.InputFile;

/** Carries out a plan: one photograph in memory at a time, the manifest last. For one cutting. */
final class Cutter {
    private final PatchPlan plan;
    private final Path folder;
    private final ImageCodec images;
    private final List<Patch> patches = new ArrayList<>();
    private final List<RejectedPatch> rejected = new ArrayList<>();
    private final Map<String, String> damaged = new LinkedHashMap<>();

    Cutter(PatchPlan plan, Path folder, ImageCodec images) {
        this.plan = plan;
        this.folder = folder;
        this.images = images;
    }

    DataSet cut(CutListener listener) throws IOException {
        Optional<DataSet> earlier = earlier();
        if (earlier.isPresent()) {
            return earlier.orElseThrow();
        }
        clear();
        List<SourcePhotograph> photographs = plan.photographs();
        for (int i = 0; i < photographs.size(); i++) {
            cutIfWhole(i);
            listener.onPhotograph(i + 1, photographs.size(), photographs.get(i));
        }
        Harvest harvest = new Harvest(plan, patches, rejected, damaged);
        RecordFile.write(
                DataSet.manifest(folder), DataSetManifest.of(plan.layout(), patches, rejected, harvest.notices()));
        return DataSet.read(folder, images);
    }

    /** The data set that is there already, if it is whole. */
    private Optional<DataSet> earlier() throws IOException {
        if (!Files.exists(DataSet.manifest(folder))) {
            return Optional.empty();
        }
        DataSet earlier = DataSet.read(folder, images);
        if (!earlier.layout().equals(plan.layout())) {
            throw new DataSetException(
                    folder + ": holds a data set of other photographs or settings; bring back what it"
                            + " was made with, or choose another folder");
        }
        boolean whole = earlier.patches().stream().map(earlier::file).allMatch(Files::exists);
        return whole ? Optional.of(earlier) : Optional.empty();
    }

    /** Makes room; the manifest goes first, so that what is half removed is no data set. */
    private void clear() throws IOException {
        Path kept = DataSet.patches(folder);
        try {
            Files.createDirectories(kept);
            Files.deleteIfExists(DataSet.manifest(folder));
            try (DirectoryStream<Path> files = Files.newDirectoryStream(kept, Cutter::isOurs)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw WriteException.of(kept, 0, e);
        }
    }

    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        return name.matches("[0-9]+-.*[.]png") || name.startsWith(".") && name.endsWith(AtomicFiles.PARTIAL);
    }

    /** A photograph whose damage shows only while it is decoded is passed over: hours of work may stand before it. */
    private void cutIfWhole(int index) throws IOException {
        try {
            cut(index);
        } catch (ImageFileException e) {
            damaged.put(plan.photographs().get(index).name(), e.problem());
        }
    }

    private void cut(int index) throws IOException {
        SourcePhotograph photograph = plan.photographs().get(index);
        Image whole = open(photograph, plan.inputs().get(index));
        Size size = new Size(plan.size(), plan.size());
        int number = 0;
        for (Crop box : photograph.boxes()) {
            number++;
            Image patch = Resize.fit(whole.crop(box), size);
            Appearance appearance = Appearance.of(patch);
            Optional<Fault> fault = plan.layout().reject().judge(appearance);
            double contrast = appearance.contrast();
            double sharpness = appearance.sharpness();
            if (fault.isPresent()) {
                String words = fault.orElseThrow().words();
                rejected.add(new RejectedPatch(photograph.name(), box, words, contrast, sharpness));
                continue;
            }
            String name = PatchName.of(index + 1, photograph.name(), number);
            images.writePng(patch, DataSet.file(folder, name), Depth.EIGHT_BITS);
            String hash = PixelHash.of(patch);
            patches.add(new Patch(name, photograph.name(), box, hash, photograph.subset(), contrast, sharpness));
        }
    }

    private Image open(SourcePhotograph photograph, InputFile input) throws IOException {
        FileReference file = new FileReference(input.name());
        try {
            boolean same = InputFile.of(file).equals(input);
            Image whole = images.read(file);
            if (same && new Size(whole.width(), whole.height()).equals(photograph.extents())) {
                return whole;
            }
        } catch (FileNotFoundException | NoSuchFileException e) {
            throw new DataSetException(
                    file + ": is gone since the data set was planned; bring it back, or start again without it", e);
        }
        throw new DataSetException(
                file + ": has changed since the data set was planned; start again, or bring back what was there");
    }
}
