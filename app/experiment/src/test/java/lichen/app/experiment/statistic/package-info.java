/** Tests of what may be concluded from paired numbers, by published examples and closed forms. */
@NullMarked
package lichen.app.experiment.statistic;

import org.jspecify.annotations.NullMarked;
