/**
 * Seeded random numbers: the seed is a key of the experiment, and every user has a stream of its own; orders and orthonormal rows
 * made of them.
 */
@NullMarked
package lichen.core.random;

import org.jspecify.annotations.NullMarked;
