/**
 * Files that are there whole or not at all, however a process ends, and folders that are there for a while only. Knows nothing
 * about what is in them.
 */
@NullMarked
package lichen.io.file;

import org.jspecify.annotations.NullMarked;
