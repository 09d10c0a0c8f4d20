/**
 * From a network as data to a fast program for batches of one size: buffers allocated beforehand, gradients of what is wanted
 * and of nothing else, nothing computed that the outputs do not depend on. Knows nothing about where networks come from, nor
 * what any operation does: each adds its kernels itself.
 */
@NullMarked
package lichen.model.program;

import org.jspecify.annotations.NullMarked;
