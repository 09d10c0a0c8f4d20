/** Tests of the report: what stands in it, and that it is well-formed. */
@NullMarked
package lichen.app.experiment.report;

import org.jspecify.annotations.NullMarked;
