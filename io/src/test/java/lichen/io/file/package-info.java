/** Tests of files that are there whole or not at all. */
@NullMarked
package lichen.io.file;

import org.jspecify.annotations.NullMarked;
