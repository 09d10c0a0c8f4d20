/** Files: what the module binds for dependency injection. Knows nothing about networks, descriptors or experiments. */
@NullMarked
package lichen.io;

import org.jspecify.annotations.NullMarked;
