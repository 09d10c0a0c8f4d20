/** Tests of what experiments are made of; whole runs are tried in {@code lichen.app.cli.program}. */
@NullMarked
package lichen.app.experiment;

import org.jspecify.annotations.NullMarked;
