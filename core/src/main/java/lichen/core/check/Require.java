package lichen.core.check;

/**
 * Checks of arguments. In the compact constructor of a variant, name the record component first: the message is then
 * shown at that key of the user's file.
 */
public final class Require {
    private Require() {}

    /**
     * Checks any condition.
     *
     * @param condition what must hold
     * @param name the component or argument
     * @param message what must hold, in words, and what was found: "must be ..., but is ..."
     * @throws InvalidValueException if the condition does not hold
     */
    public static void that(boolean condition, String name, String message) {
        if (!condition) {
            throw new InvalidValueException(name, message);
        }
    }

    /** Checks that a number is at least {@code least}; returns it. */
    public static int atLeast(int least, String name, int value) {
        that(value >= least, name, "must be at least " + least + ", but is " + value);
        return value;
    }

    /** Checks that a number is finite and greater than zero; returns it. */
    public static double positive(String name, double value) {
        that(value > 0 && Double.isFinite(value), name, "must be greater than 0, but is " + value);
        return value;
    }

    /** Checks that a number is finite and not negative; returns it. */
    public static double notNegative(String name, double value) {
        that(value >= 0 && Double.isFinite(value), name, "must not be negative, but is " + value);
        return value;
    }

    /** Checks that a number lies in [low, high]; returns it. */
    public static double within(double low, double high, String name, double value) {
        that(value >= low && value <= high, name, "must be from " + low + " to " + high + ", but is " + value);
        return value;
    }
}
