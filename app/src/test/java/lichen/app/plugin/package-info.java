/** What is on the class path besides Lichen. */
@NullMarked
package lichen.app.plugin;

import org.jspecify.annotations.NullMarked;
