/** A writer of small safetensors files, and tests of their reader. */
@NullMarked
package lichen.model.safetensors;

import org.jspecify.annotations.NullMarked;
