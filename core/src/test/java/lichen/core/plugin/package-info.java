/** Tests of the package. */
@NullMarked
package lichen.core.plugin;

import org.jspecify.annotations.NullMarked;
