/**
 * Textures between photographs: a way from one to the next, and random ones among several. Each image is a synthesis whose target is a
 * mixture; all of a run begin with the same image. And ways between samples of a generator, measured alike.
 */
@NullMarked
package lichen.app.experiment.mixing;

import org.jspecify.annotations.NullMarked;
