package lichen.app.cli.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lichen.app.cli.PluginJar;

/**
 * A method that leaves a file for each image that it begins and for each that it finishes, and finishes no more than the test allows: its
 * images are counted by what was done, not by what was told.
 *
 * @param folder where the files are
 * @param jar the plug-in
 */
public record CountingPlugin(Path folder, Path jar) {
    private static final String METHOD = """
            package moss;

            import java.io.IOException;
            import java.nio.file.*;
            import java.util.List;
            import java.util.concurrent.atomic.AtomicBoolean;
            import lichen.app.experiment.*;
            import lichen.app.experiment.report.Section;
            import lichen.core.backend.BackendChoice;
            import lichen.core.image.*;
            import lichen.core.plugin.*;
            import lichen.io.image.Depth;
            import lichen.io.run.RunDirectory;

            @Summary("counts its images")
            public record Counting(
                    @Default("1") @Summary("seed") long seed, @Summary("photograph") Picture target,
                    @Summary("where it counts") String folder,
                    @Default("0") @Summary("the image of which its process dies") int deadly)
                    implements TextureExperiment {
                @Override
                public BackendChoice backend() {
                    return BackendChoice.AUTO;
                }

                @Override
                public TextureExperiment with(Picture other, long otherSeed) {
                    return new Counting(otherSeed, other, folder, deadly);
                }

                @Override
                public Task open(Workbench workbench) throws IOException {
                    Image photograph = new Photograph(target).open(workbench, "$.target");
                    return new Task() {
                        @Override
                        public Verdict run(Session session) throws IOException {
                            AtomicBoolean stopped = new AtomicBoolean();
                            session.interruption().accept(() -> stopped.set(true));
                            leave("begun", session.run().name());
                            if (session.run().name().endsWith("-" + deadly)) {
                                Runtime.getRuntime().halt(9);
                            }
                            while (!isAllowed()) {
                                if (stopped.get()) {
                                    return Verdict.interrupted("waited in vain");
                                }
                                pause();
                            }
                            session.images().writePng(photograph, session.run().image("result"), Depth.EIGHT_BITS);
                            leave("finished", session.run().name());
                            return Verdict.done("made", session.run().image("result"));
                        }

                        @Override
                        public List<Section> report(RunDirectory run) {
                            return List.of();
                        }

                        @Override
                        public void close() {}
                    };
                }

                private void leave(String what, String name) throws IOException {
                    long process = ProcessHandle.current().pid();
                    String unique = System.nanoTime() + "." + process + "." + name;
                    Files.createFile(Path.of(folder, what, unique));
                }

                private boolean isAllowed() throws IOException {
                    for (String ticket : Path.of(folder, "tickets").toFile().list()) {
                        if (Files.deleteIfExists(Path.of(folder, "tickets", ticket))) {
                            return true;
                        }
                    }
                    return false;
                }

                private static void pause() {
                    try {
                        Thread.sleep(5);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
            """;
    private static final String MODULE = """
            package moss;

            public final class CountingModule implements com.google.inject.Module {
                @Override
                public void configure(com.google.inject.Binder binder) {
                    lichen.core.plugin.VariantBinder.in(binder)
                            .bind(lichen.app.experiment.Experiment.class, "counting", Counting.class);
                }
            }
            """;
    private static final String BEGUN = "begun";
    private static final String FINISHED = "finished";
    private static final String TICKETS = "tickets";

    /** Makes the plug-in, and a folder for its files. */
    public static CountingPlugin in(Path place) throws IOException {
        Path folder = Files.createDirectory(place.resolve("counted"));
        for (String what : List.of(BEGUN, FINISHED, TICKETS)) {
            Files.createDirectory(folder.resolve(what));
        }
        Path jar = PluginJar.registering("moss.CountingModule")
                .source("moss.Counting", METHOD)
                .source("moss.CountingModule", MODULE)
                .build(place.resolve("counting.jar"));
        return new CountingPlugin(folder, jar);
    }

    /** Lets so many more images be finished. */
    public void allow(int images) throws IOException {
        for (int i = 0; i < images; i++) {
            Files.createTempFile(folder.resolve(TICKETS), "ticket", "");
        }
    }

    /** The names of the images that were begun, each as often as it was. */
    public List<String> begun() throws IOException {
        return third(BEGUN);
    }

    /** The names of the images that were finished, each as often as it was. */
    public List<String> finished() throws IOException {
        return third(FINISHED);
    }

    /** The processes that have begun images, in their order. */
    public List<Long> processes() throws IOException {
        return left(BEGUN).stream()
                .map(name -> Long.valueOf(name.split("[.]", 3)[1]))
                .distinct()
                .toList();
    }

    /** Waits until so many images are begun. */
    public void awaitBegun(int images) throws IOException, InterruptedException {
        while (begun().size() < images) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private List<String> third(String what) throws IOException {
        return left(what).stream().map(name -> name.split("[.]", 3)[2]).toList();
    }

    private List<String> left(String what) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(what))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }
}
