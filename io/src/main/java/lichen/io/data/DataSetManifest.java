package lichen.io.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lichen.core.check.Require;
import lichen.io.json.ConfigException;
import lichen.io.json.RecordFile;

/**
 * What {@code data-set.json} says, key by key.
 *
 * @param format says what the file is
 * @param version of the format
 * @param hash the SHA-256 of every patch's subset and hash, a line each
 * @param size the extents of a patch, both ways
 * @param rotations whether training may draw quarter turns
 * @param mirrors whether training may draw mirrored patches
 * @param reject which patches are left out
 * @param notices what a user should know
 * @param photographs what the patches are cut out of, in order
 * @param patches the patches, in the order of the photographs
 * @param rejected those left out
 */
record DataSetManifest(
        String format,
        int version,
        String hash,
        int size,
        boolean rotations,
        boolean mirrors,
        Rejection reject,
        List<String> notices,
        List<SourcePhotograph> photographs,
        List<Patch> patches,
        List<RejectedPatch> rejected) {
    private static final String FORMAT = "lichen-data-set";
    private static final int VERSION = 1;
    private static final Pattern HEAD = Pattern.compile(
            "\\{\\s*\"format\"\\s*:\\s*\"" + FORMAT + "\"\\s*,\\s*\"version\"\\s*:\\s*(?<version>\\d+)");

    DataSetManifest {
        Require.that(format.equals(FORMAT), "format", "must be " + FORMAT);
        Require.that(version == VERSION, "version", "must be " + VERSION);
        notices = List.copyOf(notices);
        photographs = List.copyOf(photographs);
        patches = List.copyOf(patches);
        rejected = List.copyOf(rejected);
    }

    static DataSetManifest of(Layout layout, List<Patch> patches, List<RejectedPatch> rejected, List<String> notices) {
        return new DataSetManifest(
                FORMAT,
                VERSION,
                hash(patches),
                layout.size(),
                layout.turns().rotations(),
                layout.turns().mirrors(),
                layout.reject(),
                notices,
                layout.photographs(),
                patches,
                rejected);
    }

    /**
     * Reads a manifest back.
     *
     * @throws DataSetException if the file is no manifest, or not as it was written
     */
    static DataSetManifest read(Path file) throws IOException {
        try {
            DataSetManifest manifest = RecordFile.read(file, DataSetManifest.class);
            if (manifest.hash.equals(hash(manifest.patches))) {
                return manifest;
            }
        } catch (ConfigException e) {
            throw refusal(file, e);
        }
        throw new DataSetException(file + ": was changed, as its hash is not that of its patches;"
                + " remove the folder and cut the data set again");
    }

    private static DataSetException refusal(Path file, ConfigException cause) throws IOException {
        Matcher head = HEAD.matcher(Files.readString(file));
        if (head.lookingAt() && !head.group("version").equals(String.valueOf(VERSION))) {
            return new DataSetException(
                    file + ": is of version " + head.group("version") + ", and this Lichen reads version " + VERSION
                            + "; cut the data set again into another folder",
                    cause);
        }
        return new DataSetException(
                file + ": is damaged, or not of a data set; remove the folder and cut the data set again", cause);
    }

    /** What the data set is made of. */
    Layout layout() {
        return new Layout(size, new Turns(rotations, mirrors), reject, photographs);
    }

    private static String hash(List<Patch> patches) {
        String lines = patches.stream()
                .map(patch -> patch.subset().word() + " " + patch.sha256() + "\n")
                .collect(Collectors.joining());
        return PixelHash.hex(lines.getBytes(StandardCharsets.UTF_8));
    }
}
