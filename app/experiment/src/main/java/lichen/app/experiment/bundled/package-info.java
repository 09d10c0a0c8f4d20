/**
 * What comes along: the experiments by their type, and configs of them by name. Knows all experiments; none knows it.
 */
@NullMarked
package lichen.app.experiment.bundled;

import org.jspecify.annotations.NullMarked;
