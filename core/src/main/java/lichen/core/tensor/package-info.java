/**
 * Tensors: the backend and its report, the owners of native memory, and the kernels that networks and descriptors are
 * made of. The only package that calls ND4J's factory and executioner. float32, NHWC, 'c' order throughout.
 */
@NullMarked
package lichen.core.tensor;

import org.jspecify.annotations.NullMarked;
