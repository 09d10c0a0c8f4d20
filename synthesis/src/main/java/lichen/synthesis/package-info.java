/**
 * Optimising an image: what is minimised, how, from where and until when. Knows descriptors and the interface of a
 * network; nothing about files, or about how networks are built.
 */
@NullMarked
package lichen.synthesis;

import org.jspecify.annotations.NullMarked;
