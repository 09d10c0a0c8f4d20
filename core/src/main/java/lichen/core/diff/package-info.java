/**
 * Differentiable maps: forward reads left to right, and nothing flows back except what a pullback returns.
 *
 * <p>Every step from an image to a loss has this one form, so that steps compose, and one contract kit tests them all
 * against finite differences. This package knows nothing about tensors, networks or images.
 */
@NullMarked
package lichen.core.diff;

import org.jspecify.annotations.NullMarked;
