/**
 * The parts of a run, made by executors of Apache Spark: what is sent to them, and what comes back. Found as an engine; nothing knows it.
 * Knows nothing about what a part computes.
 */
@NullMarked
package lichen.app.spark;

import org.jspecify.annotations.NullMarked;
