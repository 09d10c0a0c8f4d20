/** Networks of Lichen's own making: fully convolutional ones, and filters that were never trained. */
@NullMarked
package lichen.model.spec;

import org.jspecify.annotations.NullMarked;
