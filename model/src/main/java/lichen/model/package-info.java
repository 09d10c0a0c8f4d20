/**
 * Networks: from what a user writes, or a file, to feature maps. Specs become graphs, graphs become programs; what is done
 * with the features is not known here.
 */
@NullMarked
package lichen.model;

import org.jspecify.annotations.NullMarked;
