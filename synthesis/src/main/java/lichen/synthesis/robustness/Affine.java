package lichen.synthesis.robustness;

/**
 * Where in an image a view looks: the point (x, y) of the view is the point (a x + b y + c, d x + e y + f) of the image;
 * whole numbers are centres of pixels.
 *
 * @param a change of the column with x
 * @param b change of the column with y
 * @param c the column at (0, 0)
 * @param d change of the row with x
 * @param e change of the row with y
 * @param f the row at (0, 0)
 */
record Affine(double a, double b, double c, double d, double e, double f) {
    /** A turn about a centre that stays, with a change of size. */
    static Affine about(double x, double y, double angle, double factor) {
        double cos = factor * StrictMath.cos(angle);
        double sin = factor * StrictMath.sin(angle);
        return new Affine(cos, -sin, x - cos * x + sin * y, sin, cos, y - sin * x - cos * y);
    }

    /** This, after a shift of the view. */
    Affine after(double right, double down) {
        return new Affine(a, b, c + a * right + b * down, d, e, f + d * right + e * down);
    }

    /** This, before a shift in the image. */
    Affine before(double right, double down) {
        return new Affine(a, b, c + right, d, e, f + down);
    }

    double column(int x, int y) {
        return a * x + b * y + c;
    }

    double row(int x, int y) {
        return d * x + e * y + f;
    }
}
