package lichen.app.experiment.comparison;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import lichen.app.experiment.Session;
import lichen.app.experiment.TextureExperiment;
import lichen.app.experiment.trial.TrialState;
import lichen.app.quality.LabelledMeasure;
import lichen.app.quality.ScoreFile;
import lichen.app.quality.Scorer;
import lichen.app.quality.Scores;
import lichen.core.image.Image;
import lichen.core.plugin.FileReference;
import lichen.io.file.AtomicFiles;
import lichen.io.run.InputFile;
import lichen.io.run.RunDirectory;
import lichen.io.run.Status;

/** Scores every image that is there and has no scores of its {@link ScoreKeys key}, photograph by photograph. */
final class Scoring {
    private static final String SCORES = "scores.csv";
    private static final String KEY = "scores.key";
    private static final String DIVERSITY = "diversity.csv";
    private static final String FLOOR = "floor.txt";

    private final Plan plan;
    private final Photographs photographs;
    private final List<LabelledMeasure> measures;
    private final Optional<Integer> jpeg;
    private final ScoreKeys keys;
    private final Session session;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private int done;

    Scoring(
            Plan plan,
            Photographs photographs,
            List<LabelledMeasure> measures,
            Optional<Integer> jpeg,
            ScoreKeys keys,
            Session session) {
        this.plan = plan;
        this.photographs = photographs;
        this.measures = measures;
        this.jpeg = jpeg;
        this.keys = keys;
        this.session = session;
    }

    /** The scores of an image. */
    static Path scores(RunDirectory part) {
        return part.folder().resolve(SCORES);
    }

    /** How different the images of a column are: beside the scores of its first. */
    static Path diversity(RunDirectory first) {
        return first.folder().resolve(DIVERSITY);
    }

    /** How the floor of a photograph was found, in words; empty if nothing has been scored. */
    static String floor(String photograph, RunDirectory run) throws IOException {
        Path file = run.part(photograph).folder().resolve(FLOOR);
        return Files.exists(file)
                ? Files.readString(file, StandardCharsets.UTF_8).strip()
                : "";
    }

    /**
     * Scores.
     *
     * @return whether all is scored; if not, the user has interrupted
     */
    boolean run() throws IOException {
        session.interruption().accept(() -> stopped.set(true));
        for (String photograph : plan.photographs()) {
            List<Candidate> missing = new ArrayList<>();
            for (Candidate candidate : plan.candidates(photograph)) {
                if (isThere(candidate) && !isScored(candidate)) {
                    missing.add(candidate);
                }
            }
            done += plan.candidates(photograph).size() - missing.size();
            if (!missing.isEmpty()) {
                score(photograph, missing);
            }
            if (stopped.get()) {
                return false;
            }
        }
        return true;
    }

    private void score(String photograph, List<Candidate> missing) throws IOException {
        try (Scorer scorer = photographs.scorer(photograph, measures)) {
            for (String method : plan.methods()) {
                scoreDiversity(scorer, photograph, method);
            }
            for (Candidate candidate : missing) {
                if (stopped.get()) {
                    return;
                }
                Scores scores = scorer.score(read(candidate));
                Path floor = session.run().part(photograph).folder().resolve(FLOOR);
                AtomicFiles.writeText(floor, scores.note() + "\n");
                ScoreFile.write(scores(part(candidate)), scores.scores());
                AtomicFiles.writeText(key(candidate), fullKey(candidate));
                done++;
                session.progress().update(done, plan.candidates().size(), "images scored", Double.NaN);
                session.milestone().run();
            }
        }
    }

    private void scoreDiversity(Scorer scorer, String photograph, String method) throws IOException {
        List<Image> images = new ArrayList<>();
        for (int number = 1; number <= plan.images(method); number++) {
            Candidate candidate = new Candidate(photograph, method, number);
            if (isThere(candidate)) {
                images.add(read(candidate));
            }
        }
        ScoreFile.write(diversity(part(new Candidate(photograph, method, 1))), scorer.diversity(images));
    }

    /** Whether there is an image; what is left of one that could not be had again is none. */
    private boolean isThere(Candidate candidate) throws IOException {
        return Files.exists(image(candidate))
                && TrialState.read(part(candidate))
                        .filter(state -> state.status() == Status.FAILED)
                        .isEmpty();
    }

    /** Whether its scores are of this image, by these measures, and as they were written. */
    private boolean isScored(Candidate candidate) throws IOException {
        if (!Files.exists(scores(part(candidate))) || !Files.exists(key(candidate))) {
            return false;
        }
        String written = Files.readString(key(candidate));
        if (!written.startsWith(keys.of(candidate, image(candidate)))) {
            return false;
        }
        boolean whole = written.equals(fullKey(candidate));
        if (!whole) {
            session.progress().message(candidate.name() + ": damaged since it was made: " + SCORES + "; scored again");
        }
        return whole;
    }

    /** The key of the scores, and the hash of the file that they are in. */
    private String fullKey(Candidate candidate) throws IOException {
        FileReference file = FileReference.to(scores(part(candidate)));
        return keys.of(candidate, image(candidate)) + "scores "
                + InputFile.of(file).sha256() + "\n";
    }

    private Path key(Candidate candidate) throws IOException {
        return part(candidate).folder().resolve(KEY);
    }

    /** An image as it is scored. */
    private Image read(Candidate candidate) throws IOException {
        Image image = session.images().read(image(candidate));
        return jpeg.isPresent() ? session.images().throughJpeg(image, jpeg.get()) : image;
    }

    private Path image(Candidate candidate) throws IOException {
        return part(candidate).image(TextureExperiment.RESULT);
    }

    private RunDirectory part(Candidate candidate) throws IOException {
        return session.run().part(candidate.name());
    }
}
