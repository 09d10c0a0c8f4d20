/**
 * The report of a run: one HTML file that needs nothing else, neither a network nor, to be read, a script. The templates are in
 * {@code src/main/jte}; this package prepares what they show. Knows nothing about how a run is made.
 */
@NullMarked
package lichen.app.experiment.report;

import org.jspecify.annotations.NullMarked;
