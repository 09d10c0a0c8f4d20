package lichen.core.image;

/**
 * A displacement in pixels. In JSON {@code [x, y]}.
 *
 * @param x columns to the right
 * @param y rows down
 */
public record Offset(int x, int y) {
    @Override
    public String toString() {
        return "[" + x + ", " + y + "]";
    }
}
