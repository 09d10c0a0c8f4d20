package lichen.synthesis.objective;

/**
 * How far an image still is from what a term asks of one layer.
 *
 * @param term where the term stands in the objective, as in {@code terms[1].term}; empty for the objective itself
 * @param layer the layer
 * @param relative |s - t| / |t|, s and t the layer's statistics of the image and those that are wanted; Euclidean norms
 */
public record LayerDistance(String term, String layer, double relative) {}
