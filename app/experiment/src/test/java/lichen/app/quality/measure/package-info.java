/** Tests of the measures, each against numbers that are known, and the kit that every measure passes. */
@NullMarked
package lichen.app.quality.measure;

import org.jspecify.annotations.NullMarked;
