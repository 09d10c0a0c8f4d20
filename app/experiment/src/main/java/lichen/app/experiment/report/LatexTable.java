package lichen.app.experiment.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tables for papers: LaTeX, with the rules of the package {@code booktabs}. */
public final class LatexTable {
    private static final Map<Character, String> ESCAPED = Map.ofEntries(
            Map.entry('\\', "\\textbackslash{}"),
            Map.entry('&', "\\&"),
            Map.entry('%', "\\%"),
            Map.entry('$', "\\$"),
            Map.entry('#', "\\#"),
            Map.entry('_', "\\_"),
            Map.entry('{', "\\{"),
            Map.entry('}', "\\}"),
            Map.entry('~', "\\textasciitilde{}"),
            Map.entry('^', "\\textasciicircum{}"),
            Map.entry('<', "\\textless{}"),
            Map.entry('>', "\\textgreater{}"));

    private LatexTable() {}

    /**
     * A table with its caption, to be put into a document by {@code \input}.
     *
     * @param label what it is referred to by
     */
    public static String of(Table table, String label) {
        String columns = Column.of(table).stream()
                .map(column -> column.isNumeric() ? "r" : "l")
                .collect(Collectors.joining());
        StringBuilder text = new StringBuilder(
                        "% needs \\usepackage{booktabs}\n\\begin{table}\n\\centering\n\\caption{")
                .append(escaped(table.heading()))
                .append("}\n\\label{")
                .append(label)
                .append("}\n\\begin{tabular}{")
                .append(columns)
                .append("}\n\\toprule\n")
                .append(row(table.columns()))
                .append("\\midrule\n");
        table.rows().forEach(row -> text.append(row(row)));
        return text.append("\\bottomrule\n\\end{tabular}\n\\end{table}\n").toString();
    }

    private static String row(List<String> cells) {
        return cells.stream().map(LatexTable::escaped).collect(Collectors.joining(" & ")) + " \\\\\n";
    }

    private static String escaped(String text) {
        return text.chars()
                .mapToObj(code -> ESCAPED.getOrDefault((char) code, String.valueOf((char) code)))
                .collect(Collectors.joining());
    }
}
