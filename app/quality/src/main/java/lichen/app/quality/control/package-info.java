/**
 * Images that no method made: copies, damaged photographs and noise, to which the scores of methods are compared. What does not
 * beat random phase has no structure, and what scores well and copies has copied. Knows images and photographs, nothing about measures' results,
 * experiments or files.
 */
@NullMarked
package lichen.app.quality.control;

import org.jspecify.annotations.NullMarked;
