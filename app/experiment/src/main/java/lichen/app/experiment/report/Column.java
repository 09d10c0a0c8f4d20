package lichen.app.experiment.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How a column of a table is set: numbers stand at the right, digit under digit.
 *
 * @param isNumeric whether all of its texts are numbers, or no number at all, "-"; a number may have a mark behind it
 * @param decimals the most digits that one of them has behind the point
 */
record Column(boolean isNumeric, int decimals) {
    private static final Pattern NUMBER = Pattern.compile("(?:< )?-?\\d+(?:\\.(\\d+))?( [^\\s\\w\\[(]{1,2})?");
    private static final String NOTHING = "-";
    private static final int LONGEST_WHOLE = 40;

    /** The columns of a table. */
    static List<Column> of(Table table) {
        return IntStream.range(0, table.columns().size())
                .mapToObj(i -> of(table.rows().stream().map(row -> row.get(i)).toList()))
                .toList();
    }

    private static Column of(List<String> texts) {
        boolean isNumeric = !texts.isEmpty()
                && texts.stream()
                        .allMatch(text ->
                                text.equals(NOTHING) || NUMBER.matcher(text).matches());
        int decimals =
                isNumeric ? texts.stream().mapToInt(Column::decimals).max().orElse(0) : 0;
        return new Column(isNumeric, decimals);
    }

    private static int decimals(String text) {
        Matcher number = NUMBER.matcher(text);
        return number.matches() && number.group(1) != null ? number.group(1).length() : 0;
    }

    /** The classes of a text in it. */
    String classes(String text) {
        if (!isNumeric) {
            return text.length() <= LONGEST_WHOLE ? "whole" : "text";
        }
        return lack(text) == 0 ? "number" : "number lack-" + lack(text);
    }

    /** What a number is shorter by behind its last digit, in halves of a digit's width; a point is one. */
    private int lack(String text) {
        int own = decimals(text);
        if (text.equals(NOTHING) || own == decimals) {
            return 0;
        }
        return 2 * (decimals - own) + (own == 0 ? 1 : 0);
    }

    /** A number without its mark. */
    static String number(String text) {
        return text.substring(0, text.length() - mark(text).length());
    }

    /** The mark of a number, which hangs behind the digits; "" without one. */
    static String mark(String text) {
        Matcher number = NUMBER.matcher(text);
        return number.matches() && number.group(2) != null ? number.group(2) : "";
    }
}
