package lichen.app.quality;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as a reader likes them: few digits, and powers of ten where zeros would have to be counted. */
public final class NumberText {
    private static final MathContext DIGITS = new MathContext(4);
    private static final double SMALLEST_PLAIN = 1e-3;
    private static final double LARGEST_PLAIN = 1e5;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private NumberText() {}

    /** A finite number, rounded to four digits. */
    public static String of(double number) {
        double size = Math.abs(number);
        BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        if (number == 0 || (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN)) {
            return rounded.toPlainString();
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        String mantissa =
                rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString();
        String power = "10" + superscript(exponent);
        return mantissa.equals("1") ? power : mantissa + " · " + power;
    }

    private static String superscript(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }
}
