@NullMarked
package lichen.synthesis.filling;

import org.jspecify.annotations.NullMarked;
