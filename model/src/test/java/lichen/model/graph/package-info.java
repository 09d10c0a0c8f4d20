/** Networks evaluated by definition, in loops and double precision: the reference of all other tests. */
@NullMarked
package lichen.model.graph;

import org.jspecify.annotations.NullMarked;
