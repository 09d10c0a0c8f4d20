/** Tests of what experiments are made of; whole runs are tried in {@code lichen.app.trial}. */
@NullMarked
package lichen.app.experiment;

import org.jspecify.annotations.NullMarked;
