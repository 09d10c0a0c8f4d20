/** Tests of reading and writing configs, with a small world of variants of their own. */
@NullMarked
package lichen.io.json;

import org.jspecify.annotations.NullMarked;
