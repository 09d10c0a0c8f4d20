/** Tests of the comparison of methods: statistics against closed forms, and a whole comparison of tiny images. */
@NullMarked
package lichen.app.experiment.comparison;

import org.jspecify.annotations.NullMarked;
