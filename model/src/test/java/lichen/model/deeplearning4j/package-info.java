/** Tests of reading and writing networks of Deeplearning4j, against itself and against damaged zips. */
@NullMarked
package lichen.model.deeplearning4j;

import org.jspecify.annotations.NullMarked;
