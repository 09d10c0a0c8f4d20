/** Networks: where they come from, and how they are computed. Knows nothing about descriptors or experiments. */
@NullMarked
package lichen.model;

import org.jspecify.annotations.NullMarked;
