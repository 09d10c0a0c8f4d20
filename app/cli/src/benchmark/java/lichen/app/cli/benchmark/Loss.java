package lichen.app.cli.benchmark;

/** The losses that are measured; F is a layer's feature map as [H*W,C], t and T are the target's statistics. */
enum Loss {
    /** {@code sqrt(sum_layers sum_c (mean_p F[p,c] - t[c])^2)}: the reference system's. */
    GAP,
    /** {@code sum_layers sum_ij (G[i,j] - T[i,j])^2} with {@code G = F'F / (H*W)}. */
    GRAM
}
