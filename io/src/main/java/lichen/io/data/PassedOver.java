package lichen.io.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.core.plugin.FileReference;
import lichen.io.image.ImageFileException;

/** The files of a folder that are not used, with the reasons: a line for each reason, however many files have it. */
final class PassedOver {
    private static final int NAMED = 3;

    private final Map<String, List<FoundFile>> files = new LinkedHashMap<>();

    /** Notes a file that could not be read. */
    void add(FoundFile file, IOException failure) {
        files.computeIfAbsent(reason(file.file(), failure), reason -> new ArrayList<>())
                .add(file);
    }

    /** What went wrong, without the file before it. */
    static String reason(FileReference file, IOException failure) {
        if (failure instanceof ImageFileException unusable) {
            return unusable.problem();
        }
        String said = String.valueOf(failure.getMessage());
        String start = file.name() + ": ";
        return said.startsWith(start) ? said.substring(start.length()) : "cannot be read (" + said + ")";
    }

    /** A line for each reason, in the order of the first files that had them. */
    List<String> lines() {
        return files.entrySet().stream()
                .map(entry -> words(entry.getValue()) + ": " + entry.getKey())
                .toList();
    }

    private static String words(List<FoundFile> files) {
        if (files.size() == 1) {
            return files.get(0).file().toString();
        }
        List<String> names = files.stream().limit(NAMED).map(FoundFile::name).toList();
        String more = files.size() > NAMED ? " and " + (files.size() - NAMED) + " more" : "";
        return files.size() + " files (" + String.join(", ", names) + more + ")";
    }
}
