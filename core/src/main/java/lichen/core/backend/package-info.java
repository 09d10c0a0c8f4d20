/**
 * Which machine does the arithmetic: chosen and reported before the native library loads, and checked right after. Knows
 * nothing about what is computed.
 */
@NullMarked
package lichen.core.backend;

import org.jspecify.annotations.NullMarked;
