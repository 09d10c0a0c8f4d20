/** Tests of the program as a whole, and the fixtures for it: plug-ins compiled on the spot, and fresh JVMs. */
@NullMarked
package lichen.app.cli;

import org.jspecify.annotations.NullMarked;
