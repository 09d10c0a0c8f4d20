/** What comes along with Lichen and is named {@code bundled:<name>}: the build must have put it on the class path. */
@NullMarked
package lichen.app.experiment.bundled;

import org.jspecify.annotations.NullMarked;
