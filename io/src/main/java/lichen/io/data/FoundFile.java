package lichen.io.data;

import lichen.core.plugin.FileReference;

/**
 * A file that may be a photograph.
 *
 * @param name what it is called in the data set
 * @param file the file
 * @param named whether it was named by itself, so that it may not be passed over unread
 */
record FoundFile(String name, FileReference file, boolean named) {}
