/**
 * Tensors: the owners of native memory, and the kernels that networks and descriptors are made of. The only package that
 * makes arrays and runs native operations. float32, NHWC, 'c' order throughout. Knows no network.
 */
@NullMarked
package lichen.core.tensor;

import org.jspecify.annotations.NullMarked;
