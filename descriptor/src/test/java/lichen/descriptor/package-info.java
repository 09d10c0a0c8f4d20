/** Contract kits that every descriptor and every distance inherits, and the tests of each. */
@NullMarked
package lichen.descriptor;

import org.jspecify.annotations.NullMarked;
