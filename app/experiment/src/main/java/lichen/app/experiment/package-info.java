/** What a config describes as a whole. Knows nothing about the command line. */
@NullMarked
package lichen.app.experiment;

import org.jspecify.annotations.NullMarked;
