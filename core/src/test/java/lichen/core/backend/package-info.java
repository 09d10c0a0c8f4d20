/** Tests of the package, and what other modules' tests share of it. */
@NullMarked
package lichen.core.backend;

import org.jspecify.annotations.NullMarked;
