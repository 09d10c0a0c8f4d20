/** Arrays as files that NumPy reads: {@code .npy}, and {@code .npz} for several by name. Plain Java, no tensors. */
@NullMarked
package lichen.core.npy;

import org.jspecify.annotations.NullMarked;
