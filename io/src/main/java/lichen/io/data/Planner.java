package lichen.io.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lichen.core.check.InvalidValueException;
import lichen.core.check.Require;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.FolderReference;
import lichen.core.random.RandomStreams;
import lichen.core.random.Shuffle;
import lichen.io.image.ImageCodec;
import lichen.io.run.InputFile;

/** Looks at the files of {@link Patches}, and plans what to cut. For one plan. */
final class Planner {
    private static final String PASSED_OVER = "passed over ";

    private final Patches patches;
    private final ImageCodec images;
    private final RandomStreams random;
    private final List<String> notices = new ArrayList<>();

    Planner(Patches patches, ImageCodec images, RandomStreams random) {
        this.patches = patches;
        this.images = images;
        this.random = random;
    }

    /** A photograph that can be read. */
    private record Found(String name, InputFile input, Size extents) {
        int smaller() {
            return Math.min(extents.width(), extents.height());
        }
    }

    PatchPlan plan() throws IOException {
        List<FoundFile> candidates = candidates();
        List<Found> readable = withoutTwins(readable(candidates));
        if (readable.isEmpty()) {
            throw nothingReadable(candidates.size());
        }
        List<Found> chosen = largeEnough(readable);
        Set<Found> validation = validation(chosen);
        List<SourcePhotograph> photographs = chosen.stream()
                .map(found -> new SourcePhotograph(
                        found.name(),
                        found.input().sha256(),
                        found.extents(),
                        side(found),
                        validation.contains(found) ? Subset.VALIDATION : Subset.TRAINING))
                .toList();
        Turns turns = new Turns(patches.rotations(), patches.mirrors());
        return new PatchPlan(
                new Layout(patches.size(), turns, patches.reject(), photographs),
                chosen.stream().map(Found::input).toList(),
                notices);
    }

    private List<FoundFile> candidates() throws IOException {
        List<FoundFile> candidates = new ArrayList<>();
        if (patches.folder().isPresent()) {
            Path folder = requireFolder(patches.folder().orElseThrow());
            candidates.addAll(PhotographFolder.list(folder, notices));
        }
        Set<String> names = new HashSet<>();
        candidates.forEach(candidate -> names.add(candidate.name()));
        for (FileReference file : patches.photographs()) {
            String name = file.isBundled()
                    ? file.name()
                    : Path.of(file.name()).getFileName().toString();
            candidates.add(new FoundFile(names.add(name) ? name : file.name(), file, true));
        }
        return candidates;
    }

    private static Path requireFolder(FolderReference folder) {
        String problem = Files.exists(folder.path()) ? "is a file" : "does not exist";
        Require.that(
                Files.isDirectory(folder.path()),
                "folder",
                "must be a folder of photographs, but " + folder + " " + problem + "; check the path");
        return folder.path();
    }

    private List<Found> readable(List<FoundFile> candidates) throws IOException {
        List<Found> found = new ArrayList<>();
        PassedOver passedOver = new PassedOver();
        for (FoundFile candidate : candidates) {
            try {
                Size extents = images.size(candidate.file());
                found.add(new Found(candidate.name(), InputFile.of(candidate.file()), extents));
            } catch (IOException e) {
                if (candidate.named()) {
                    throw e;
                }
                passedOver.add(candidate, e);
            }
        }
        passedOver.lines().forEach(line -> notices.add(PASSED_OVER + line));
        return found;
    }

    /** A photograph that is there twice could be trained on and validated with. */
    private List<Found> withoutTwins(List<Found> found) {
        Map<String, String> names = new HashMap<>();
        List<Found> single = new ArrayList<>();
        for (Found photograph : found) {
            Optional<String> twin =
                    Optional.ofNullable(names.putIfAbsent(photograph.input().sha256(), photograph.name()));
            if (twin.isPresent()) {
                notices.add(PASSED_OVER + photograph.name() + ": the same photograph as " + twin.orElseThrow());
            } else {
                single.add(photograph);
            }
        }
        return single;
    }

    private InvalidValueException nothingReadable(int files) {
        String where = patches.folder().map(FolderReference::name).orElseThrow();
        String found = files == 0
                ? "holds no file"
                : "holds " + files + (files == 1 ? " file" : " files") + " and no image, the first: "
                        + notices.get(0).replaceFirst(PASSED_OVER, "");
        return new InvalidValueException(
                "folder",
                "must hold photographs (PNG, JPEG, TIFF, WebP), but " + where + " " + found + "; check the path");
    }

    private List<Found> largeEnough(List<Found> readable) {
        int least = patches.side().least();
        Found largest =
                readable.stream().max(Comparator.comparingInt(Found::smaller)).orElseThrow();
        Require.that(
                largest.smaller() >= least,
                "side",
                "must begin at " + largest.smaller() + " or less, as the largest photograph, " + largest.name()
                        + ", has " + largest.extents() + " pixels, but is " + patches.side()
                        + ": lower it, or give larger photographs");
        List<Found> large = new ArrayList<>();
        for (Found photograph : readable) {
            if (photograph.smaller() >= least) {
                large.add(photograph);
            } else {
                notices.add(PASSED_OVER + photograph.name() + ": its " + photograph.extents()
                        + " pixels hold no square of " + least + ", the least side");
            }
        }
        return large;
    }

    private Set<Found> validation(List<Found> chosen) {
        if (patches.validation() == 0) {
            return Set.of();
        }
        if (chosen.size() == 1) {
            notices.add("nothing to validate with: " + chosen.get(0).name()
                    + " is the only photograph, and photographs are not divided; give another");
            return Set.of();
        }
        int wanted = (int) Math.round(chosen.size() * patches.validation());
        int count = Math.max(1, Math.min(chosen.size() - 1, wanted));
        return Set.copyOf(
                Shuffle.of(chosen, random.stream("patches/validation")).subList(0, count));
    }

    /** Drawn from a stream of the photograph's own: what else is in the data set changes nothing. */
    private int side(Found photograph) {
        int most = Math.min(patches.side().most(), photograph.smaller());
        return random.stream("patches/side/" + photograph.input().sha256())
                .nextInt(patches.side().least(), most + 1);
    }
}
