package lichen.synthesis.parameterization;

import java.util.random.RandomGenerator;
import lichen.core.tensor.TensorScope;

/**
 * What parameterisations may use.
 *
 * @param random a stream of their own, the same for all sizes of a run
 * @param scope the owner of their buffers
 */
public record CoordinateContext(RandomGenerator random, TensorScope scope) {}
