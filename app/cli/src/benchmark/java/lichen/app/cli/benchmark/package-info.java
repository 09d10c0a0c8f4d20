/**
 * Measures speed and memory of one evaluation (loss and image gradient) beside libtorch, on the reference network and in
 * the same process; descriptors beside their network; and how soon the images of methods are how good. Built and run by the
 * profile {@code benchmark} only; nothing else may know it.
 */
@NullMarked
package lichen.app.cli.benchmark;

import org.jspecify.annotations.NullMarked;
