/**
 * The measures themselves, one record each: what a score is made of. Knows images and the family that it implements, nothing
 * about floors, tables, experiments or commands.
 */
@NullMarked
package lichen.app.quality.measure;

import org.jspecify.annotations.NullMarked;
