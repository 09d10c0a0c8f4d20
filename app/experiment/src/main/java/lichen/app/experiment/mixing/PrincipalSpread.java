package lichen.app.experiment.mixing;

import java.util.ArrayList;
import java.util.List;
import lichen.app.experiment.embedding.Points;
import lichen.app.experiment.embedding.PrincipalComponents;

/**
 * Points about the mean of n vectors x, along the directions in which they vary most:
 *
 * <pre>mean + sum over i of b[i] sqrt(lambda[i]) e[i]</pre>
 *
 * <p>e[i] being eigenvectors of the vectors' covariance, and lambda[i] its eigenvalues. With the vectors' coordinates t[k,i] along e[i],
 * this is the sum of the vectors with the weights 1/n + sum over i of b[i] t[k,i] / (sqrt(n) |t[i]|), in all 1; so whatever else is
 * measured of what the vectors are of has a point there as well. Source: Jolliffe, Principal Component Analysis, 2002, section 3.5.
 *
 * @param coordinates t, {@code [n,axes]}
 */
record PrincipalSpread(Points coordinates) {
    /** Of vectors, so many axes. */
    static PrincipalSpread of(Points vectors, int axes) {
        return new PrincipalSpread(PrincipalComponents.scores(vectors, axes));
    }

    /** Of n vectors that do not vary. */
    static PrincipalSpread none(int n) {
        return new PrincipalSpread(Points.of(n, 1, new double[n]));
    }

    /**
     * What a point adds to the weights 1/n of the mean; in all 0.
     *
     * @param b as many as axes; those along which the vectors do not vary count for nothing
     */
    List<Double> shift(double[] b) {
        double[] shift = new double[coordinates.count()];
        for (int i = 0; i < coordinates.dimension(); i++) {
            double norm = 0;
            for (int k = 0; k < shift.length; k++) {
                norm = Math.hypot(norm, coordinates.at(k, i));
            }
            for (int k = 0; k < shift.length && norm > 0; k++) {
                shift[k] += b[i] * coordinates.at(k, i) / (norm * Math.sqrt(shift.length));
            }
        }
        List<Double> numbers = new ArrayList<>();
        for (double number : shift) {
            numbers.add(number);
        }
        return numbers;
    }
}
