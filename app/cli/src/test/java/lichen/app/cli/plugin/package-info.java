/** What is on the class path besides Lichen. */
@NullMarked
package lichen.app.cli.plugin;

import org.jspecify.annotations.NullMarked;
