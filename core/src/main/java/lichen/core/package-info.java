/** What all modules stand on; {@link lichen.core.CoreModule} registers its variants. */
@NullMarked
package lichen.core;

import org.jspecify.annotations.NullMarked;
