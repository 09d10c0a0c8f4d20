/**
 * Lichen's own file of a network: its graph as JSON and its weights as arrays, in a zip that NumPy opens. Data only: to
 * read a file never runs anything in it. Knows nothing about where networks come from or how they are run.
 */
@NullMarked
package lichen.model.weights;

import org.jspecify.annotations.NullMarked;
