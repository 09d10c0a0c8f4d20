/** Tests of the package, and what other modules' tests share of it. */
@NullMarked
package lichen.core.wave;

import org.jspecify.annotations.NullMarked;
