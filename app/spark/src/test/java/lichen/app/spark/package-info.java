/** Tests of runs whose parts executors of Spark make, on a cluster of this machine. */
@NullMarked
package lichen.app.spark;

import org.jspecify.annotations.NullMarked;
