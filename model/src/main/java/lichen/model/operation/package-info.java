/**
 * What the nodes of a network compute: each operation is a record that knows what it needs of its inputs, what it gives, its
 * kernels forward and back, and its description. Knows nothing about graphs, nor about who puts kernels together: it meets
 * the compiler as {@link lichen.model.operation.Forward} and {@link lichen.model.operation.Gradients}, and a file as {@link
 * lichen.model.operation.Stored}.
 */
@NullMarked
package lichen.model.operation;

import org.jspecify.annotations.NullMarked;
