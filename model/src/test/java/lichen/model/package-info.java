/** Files that the tests of networks share. */
@NullMarked
package lichen.model;

import org.jspecify.annotations.NullMarked;
