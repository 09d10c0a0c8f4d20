/** The launcher script, run against a stand-in for Java that prints what it was started with. Knows no class of the program. */
@NullMarked
package lichen.app.cli.launcher;

import org.jspecify.annotations.NullMarked;
