/**
 * libtorch as a peer of the benchmark, in a process of its own: two pools of threads in one process would spin against each other.
 */
@NullMarked
package lichen.app.torch;

import org.jspecify.annotations.NullMarked;
