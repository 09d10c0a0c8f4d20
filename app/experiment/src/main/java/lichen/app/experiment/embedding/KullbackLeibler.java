package lichen.app.experiment.embedding;

/**
 * What t-SNE minimises: how badly neighbourhoods in the plane stand for those of the vectors.
 *
 * <p>KL(P||Q) = sum_ij p_ij log(p_ij / q_ij), where q_ij = w_ij / sum_kl w_kl and w_ij = 1 / (1 + |y_i - y_j|^2). The
 * gradient is dKL/dy_i = 4 sum_j (p_ij - q_ij) w_ij (y_i - y_j); with exaggeration e, p_ij is multiplied by e in it.
 *
 * <p>Invariant to moving, turning and mirroring the plane. Cost of a gradient: n^2 divisions. Source: van der Maaten and
 * Hinton, Visualizing data using t-SNE, 2008, equations 2, 4 and 5.
 */
final class KullbackLeibler {
    private final double[] affinities;
    private final int count;

    /** Compares with affinities, {@code [n][n]} flattened. */
    KullbackLeibler(double[] affinities, int count) {
        this.affinities = affinities;
        this.count = count;
    }

    /** The divergence of places {@code [n][2]} flattened. */
    double at(double[] places) {
        double total = 0;
        double cross = 0;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                double affinity = affinities[i * count + j];
                double weight = i == j ? 0 : weight(places, i, j);
                total += weight;
                cross += affinity > 0 ? affinity * Math.log(affinity / weight) : 0;
            }
        }
        return cross + Math.log(total);
    }

    /**
     * Writes the gradient, {@code [n][2]} flattened.
     *
     * @param exaggeration what the affinities are multiplied by; 1 for the gradient of {@link #at}
     */
    void gradient(double[] places, double exaggeration, double[] gradient) {
        double[] repulsion = new double[gradient.length];
        double total = 0;
        for (int i = 0; i < count; i++) {
            total += forces(places, i, gradient, repulsion);
        }
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] = 4 * (exaggeration * gradient[k] - repulsion[k] / total);
        }
    }

    /** The sums over j of p w (y_i - y_j) and of w^2 (y_i - y_j); returns the sum of w. */
    private double forces(double[] places, int i, double[] attraction, double[] repulsion) {
        double x = places[2 * i];
        double y = places[2 * i + 1];
        double attractionX = 0;
        double attractionY = 0;
        double repulsionX = 0;
        double repulsionY = 0;
        double sum = 0;
        for (int j = 0; j < count; j++) {
            double dx = x - places[2 * j];
            double dy = y - places[2 * j + 1];
            double weight = 1 / (1 + dx * dx + dy * dy);
            double pull = affinities[i * count + j] * weight;
            double push = weight * weight;
            attractionX += pull * dx;
            attractionY += pull * dy;
            repulsionX += push * dx;
            repulsionY += push * dy;
            sum += weight;
        }
        attraction[2 * i] = attractionX;
        attraction[2 * i + 1] = attractionY;
        repulsion[2 * i] = repulsionX;
        repulsion[2 * i + 1] = repulsionY;
        // The point's weight for itself is 1 and does not count.
        return sum - 1;
    }

    private static double weight(double[] places, int i, int j) {
        double dx = places[2 * i] - places[2 * j];
        double dy = places[2 * i + 1] - places[2 * j + 1];
        return 1 / (1 + dx * dx + dy * dy);
    }
}
