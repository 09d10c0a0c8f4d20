package lichen.io.data;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import lichen.core.plugin.FileReference;

/** The files in a folder, at any depth. */
final class PhotographFolder extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final List<FoundFile> files = new ArrayList<>();
    private final List<String> notices;

    private PhotographFolder(Path folder, List<String> notices) {
        this.folder = folder;
        this.notices = notices;
    }

    /**
     * All files but hidden ones, ordered by the way to them; links are followed.
     *
     * @param notices gets a line for each folder that cannot be opened
     */
    static List<FoundFile> list(Path folder, List<String> notices) throws IOException {
        PhotographFolder visitor = new PhotographFolder(folder, notices);
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
        visitor.files.sort(Comparator.comparing(FoundFile::name));
        return List.copyOf(visitor.files);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
        return !visited.equals(folder) && isHidden(visited) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (attributes.isRegularFile() && !isHidden(file)) {
            String name = folder.relativize(file)
                    .toString()
                    .replace(file.getFileSystem().getSeparator(), "/");
            files.add(new FoundFile(name, FileReference.to(file), false));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failure) {
        notices.add("passed over " + path + ": cannot be opened ("
                + failure.getClass().getSimpleName() + ")");
        return FileVisitResult.CONTINUE;
    }

    /** By name too, as archives carry hidden files of other systems along. */
    private static boolean isHidden(Path path) throws IOException {
        return path.getFileName().toString().startsWith(".") || Files.isHidden(path);
    }
}
