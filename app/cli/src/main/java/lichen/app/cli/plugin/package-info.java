/**
 * What is on the class path besides Lichen: the jars of researchers, checked before anything runs, their hashes, and the
 * Guice modules in them. Knows nothing about what a module binds.
 */
@NullMarked
package lichen.app.cli.plugin;

import org.jspecify.annotations.NullMarked;
