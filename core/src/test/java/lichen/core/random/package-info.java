/** Tests of the package, and what other modules' tests share of it. */
@NullMarked
package lichen.core.random;

import org.jspecify.annotations.NullMarked;
