package lichen.io.data;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What {@code data-set.json} says.
 *
 * @param layout what the data set is made of
 * @param patches the patches, in the order of the photographs
 * @param rejected those left out
 * @param notices what a user should know
 */
record DataSetManifest(Layout layout, List<Patch> patches, List<RejectedPatch> rejected, List<String> notices) {
    DataSetManifest {
        patches = List.copyOf(patches);
        rejected = List.copyOf(rejected);
        notices = List.copyOf(notices);
    }

    /** The SHA-256 of every patch's subset and hash, a line each. */
    String hash() {
        String lines = patches.stream()
                .map(patch -> patch.subset().word() + " " + patch.sha256() + "\n")
                .collect(Collectors.joining());
        return PixelHash.hex(lines.getBytes(StandardCharsets.UTF_8));
    }
}
