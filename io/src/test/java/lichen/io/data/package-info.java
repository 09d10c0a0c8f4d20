/** Tests of data sets, with photographs that the tests paint themselves. */
@NullMarked
package lichen.io.data;

import org.jspecify.annotations.NullMarked;
