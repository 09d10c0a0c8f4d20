package lichen.app.experiment.report;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands above a part of a page.
 *
 * @param title up to the first colon, semicolon or full stop, in large type
 * @param note what is said after it, in small type; may be ""
 */
record Heading(String title, String note) {
    private static final Pattern END = Pattern.compile("[:;.] ");

    static Heading of(String text) {
        Matcher end = END.matcher(text);
        if (!end.find()) {
            return new Heading(text, "");
        }
        String note = text.substring(end.end());
        return new Heading(
                text.substring(0, end.start()), note.substring(0, 1).toUpperCase(Locale.ROOT) + note.substring(1));
    }
}
