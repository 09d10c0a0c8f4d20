/**
 * Networks as a user asks for them: the family of specs, and what goes wrong with their files. Knows the graph that every
 * spec ends in; knows nothing about tensors or about how an image is learned.
 */
@NullMarked
package lichen.model;

import org.jspecify.annotations.NullMarked;
