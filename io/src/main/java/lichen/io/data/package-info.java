/**
 * Data sets: photographs become square patches in a folder, with a manifest that says where each came from, and are read
 * back in the order of a training, decoded ahead. However large a data set is, memory holds one photograph while it is cut
 * and a few patches while it is read. Knows files and images; nothing about networks or what is learned.
 */
@NullMarked
package lichen.io.data;

import org.jspecify.annotations.NullMarked;
