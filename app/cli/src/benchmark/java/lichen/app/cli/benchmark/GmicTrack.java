package lichen.app.cli.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lichen.core.image.Image;
import lichen.io.file.ScratchFolder;

/**
 * G'MIC's patch copying over several scales, in a process of its own: what users of GIMP and Krita have. It makes one image; its time is
 * from the start of the command to its end.
 */
final class GmicTrack {
    private static final String COMMAND = "gmic";

    private GmicTrack() {}

    /** Its image of an experiment's photograph; empty where the command is not installed. */
    static Optional<QualityTrack> of(String json) throws IOException {
        if (!isInstalled()) {
            return Optional.empty();
        }
        try (ScratchFolder scratch = new ScratchFolder();
                QualityJudge judge = QualityJudge.of(json, scratch.path())) {
            Image photograph = judge.photograph();
            Path seen = scratch.path().resolve("photograph.png");
            Path made = scratch.path().resolve("made.png");
            judge.write(photograph, seen);
            long start = System.nanoTime();
            run(List.of(
                    COMMAND,
                    seen.toString(),
                    "syntexturize_matchpatch",
                    photograph.width() + "," + photograph.height(),
                    "output",
                    made.toString()));
            double seconds = (System.nanoTime() - start) / 1e9;
            return Optional.of(new QualityTrack(List.of(new QualityTrack.Point(seconds, judge.quality(made)))));
        }
    }

    private static boolean isInstalled() {
        String folders = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(folders.split(File.pathSeparator)).anyMatch(folder -> new File(folder, COMMAND).canExecute());
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        int code = process.onExit().join().exitValue();
        if (code != 0) {
            throw new IOException(COMMAND + " ended with " + code);
        }
    }
}
