/** Files: images, experiments and runs. This package wires them; it knows nothing about networks or optimising. */
@NullMarked
package lichen.io;

import org.jspecify.annotations.NullMarked;
