/** What may be concluded from paired numbers: intervals, tests, and their correction where there are many. */
@NullMarked
package lichen.app.experiment.statistic;

import org.jspecify.annotations.NullMarked;
