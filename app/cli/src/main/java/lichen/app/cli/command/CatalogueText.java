package lichen.app.cli.command;

import java.util.List;
import lichen.io.json.Catalogue.FamilyEntry;
import lichen.io.json.Catalogue.KeyEntry;
import lichen.io.json.Catalogue.VariantEntry;

/** Sets the catalogue for the eye: families, variants and keys, the columns of a variant aligned. */
final class CatalogueText {
    private static final int LONGEST_DEFAULT = 40;

    private CatalogueText() {}

    static String of(List<FamilyEntry> families) {
        StringBuilder text = new StringBuilder();
        for (FamilyEntry family : families) {
            text.append(text.isEmpty() ? "" : "\n");
            line(text, "", titled(family.name(), family.summary()));
            family.variants().forEach(variant -> append(text, variant));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, VariantEntry variant) {
        line(text, "  ", titled(variant.name(), variant.summary()));
        int name = width(variant.keys().stream().map(KeyEntry::name).toList());
        int type = width(variant.keys().stream().map(KeyEntry::type).toList());
        int usual = width(variant.keys().stream().map(CatalogueText::usual).toList());
        for (KeyEntry key : variant.keys()) {
            line(
                    text,
                    "      ",
                    pad(key.name(), name) + "  " + pad(key.type(), type) + "  " + pad(usual(key), usual) + "  "
                            + key.summary());
        }
    }

    private static String usual(KeyEntry key) {
        return key.required()
                ? "required"
                : key.defaultText().map(CatalogueText::shortened).orElse("optional");
    }

    /** A default that is too long for a column shows how it begins; {@code --json} has it all. */
    private static String shortened(String json) {
        String line = json.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_DEFAULT ? line : line.substring(0, LONGEST_DEFAULT - 4) + " ...";
    }

    private static String titled(String name, String summary) {
        return summary.isEmpty() ? name : name + ": " + summary;
    }

    private static int width(List<String> column) {
        return column.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String pad(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }

    private static void line(StringBuilder text, String indent, String content) {
        text.append(indent).append(content.stripTrailing()).append('\n');
    }
}
