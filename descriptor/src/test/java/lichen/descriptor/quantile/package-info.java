/** Tests of sorting and of quantiles, against the sorts of the JDK and closed forms. */
@NullMarked
package lichen.descriptor.quantile;

import org.jspecify.annotations.NullMarked;
