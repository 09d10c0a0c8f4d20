package lichen.io.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

/** Which way up a picture is, from a text chunk of its PNG file: where programs put it before there was a chunk for EXIF. */
final class PngOrientation {
    private static final int MOST = 1 << 20;
    private static final Pattern XMP = Pattern.compile("tiff:Orientation(?:=[\"']|>)\\s*([1-8])\\b");

    private PngOrientation() {}

    /**
     * The orientation that a chunk tells: as XMP, as an EXIF block in hexadecimal digits, or as a number.
     *
     * @param type {@code tEXt}, {@code zTXt} or {@code iTXt}
     */
    static OptionalInt orientation(String type, byte[] content) {
        int end = zero(content, 0);
        String keyword = new String(content, 0, end, StandardCharsets.ISO_8859_1);
        return switch (keyword) {
            case "XML:com.adobe.xmp" -> inXmp(text(type, content, end));
            case "Raw profile type exif", "Raw profile type APP1" -> inDigits(text(type, content, end));
            case "exif:Orientation", "tiff:Orientation", "Orientation" -> number(text(type, content, end));
            default -> OptionalInt.empty();
        };
    }

    private static OptionalInt inXmp(String text) {
        Matcher matcher = XMP.matcher(text);
        return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /** Lines of a name and a length, and then the digits. */
    private static OptionalInt inDigits(String text) {
        String[] words = text.strip().split("\\s+", 3);
        String digits = words.length < 3 ? "" : words[2].replaceAll("\\s", "");
        if (digits.length() % 2 != 0 || !digits.matches("[0-9a-fA-F]+")) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Exif.orientation(ByteBuffer.wrap(HexFormat.of().parseHex(digits))));
    }

    private static OptionalInt number(String text) {
        return text.strip().matches("[1-8]") ? OptionalInt.of(Integer.parseInt(text.strip())) : OptionalInt.empty();
    }

    /** What comes after the keyword; what cannot be unpacked, or is too long to be read, is empty. */
    private static String text(String type, byte[] content, int end) {
        boolean isPacked =
                type.equals("zTXt") || type.equals("iTXt") && end + 1 < content.length && content[end + 1] == 1;
        int start = switch (type) {
            case "zTXt" -> end + 2;
            case "iTXt" -> zero(content, zero(content, end + 3) + 1) + 1;
            default -> end + 1;
        };
        int from = Math.min(start, content.length);
        if (!isPacked) {
            return new String(content, from, content.length - from, StandardCharsets.UTF_8);
        }
        try (InflaterInputStream in =
                new InflaterInputStream(new ByteArrayInputStream(content, from, content.length - from))) {
            return new String(in.readNBytes(MOST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static int zero(byte[] content, int from) {
        int at = from;
        while (at < content.length && content[at] != 0) {
            at++;
        }
        return Math.min(at, content.length);
    }
}
