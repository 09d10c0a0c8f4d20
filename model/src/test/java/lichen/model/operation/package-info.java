/** The contract of operations, which finds all of them by itself, and what each of them computes. */
@NullMarked
package lichen.model.operation;

import org.jspecify.annotations.NullMarked;
