/** The pyramid against its defining equations, statistics against closed forms, gradients against finite differences. */
@NullMarked
package lichen.descriptor.steerable;

import org.jspecify.annotations.NullMarked;
