package lichen.app.experiment.report;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lichen.io.image.ImageCodec;
import lichen.io.run.Status;

/**
 * A report with everything ready to be printed by the template.
 *
 * @param content what it shows
 * @param parts its sections, ready to be printed
 */
record Page(ReportContent content, List<Part> parts) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** Reads the pictures and draws the curves. */
    static Page of(ReportContent content, ImageCodec images) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (Section section : content.sections()) {
            parts.add(Part.of(section, images));
        }
        return new Page(content, parts);
    }

    /** The names of the scripts that it needs to be worked with; it can be read without them. */
    List<String> scripts() {
        List<String> scripts = new ArrayList<>();
        if (has(Table.class)) {
            scripts.add("tables.js");
        }
        if (has(Sheets.class)) {
            scripts.addAll(List.of("sheets.js", "closeup.js"));
        }
        return scripts;
    }

    /** The names of the styles that it needs besides that of every page. */
    List<String> styles() {
        return has(Sheets.class) ? List.of("sheets.css") : List.of();
    }

    private boolean has(Class<? extends Section> kind) {
        return content.sections().stream().anyMatch(kind::isInstance);
    }

    /** How the run stands, in one word. */
    String status() {
        return content.outcome().status().word();
    }

    /** What a reader must know before all else; "" for a run that is done. */
    String notice() {
        String message = content.outcome().message();
        return switch (content.outcome().status()) {
            case DONE -> "";
            case PARTIAL -> "Parts of this run failed; resumed, it tries them again." + after(message);
            case RUNNING -> "This run was at work when the report was written; the numbers are not final.";
            case INTERRUPTED -> "This run was interrupted and can be resumed." + after(message);
            case FAILED -> "This run failed." + after(message);
        };
    }

    /** When the run was, and how long it took. */
    String time() {
        Instant started = content.outcome().started();
        String start = "started " + TIME.format(started);
        return content.outcome()
                .ended()
                .map(ended ->
                        start + ", ended " + TIME.format(ended) + " (" + words(Duration.between(started, ended)) + ")")
                .orElse(start);
    }

    /** Whether the page is about a run that has come to its end. */
    boolean isDone() {
        return content.outcome().status() == Status.DONE;
    }

    private static String after(String message) {
        return message.isEmpty() ? "" : " " + message;
    }

    private static String words(Duration duration) {
        Duration seconds = duration.truncatedTo(ChronoUnit.SECONDS);
        String text = seconds.toSecondsPart() + " s";
        if (seconds.toMinutes() > 0) {
            text = seconds.toMinutesPart() + " min " + text;
        }
        return seconds.toHours() > 0 ? seconds.toHours() + " h " + text : text;
    }
}
