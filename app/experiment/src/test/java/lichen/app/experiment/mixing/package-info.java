/** Tests of what lies between photographs, and about their mean. */
@NullMarked
package lichen.app.experiment.mixing;

import org.jspecify.annotations.NullMarked;
