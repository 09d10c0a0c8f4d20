/**
 * Networks of Deeplearning4j, both ways: its zips and its objects become graphs, and graphs become its objects and zips. What a zip
 * says is data here: no class that it names is loaded, and entries made by Java's serialisation are never unpacked. Knows nothing
 * about how a graph is run.
 */
@NullMarked
package lichen.model.deeplearning4j;

import org.jspecify.annotations.NullMarked;
