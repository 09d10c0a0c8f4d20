/** Images as values: 32-bit RGB in [0,1]. Files are not known here; see the module io. */
@NullMarked
package lichen.core.image;

import org.jspecify.annotations.NullMarked;
