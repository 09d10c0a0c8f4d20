package lichen.io.data;

import lichen.core.image.Crop;

/**
 * A patch that was left out.
 *
 * @param source the name of the photograph
 * @param box where in the photograph, upright
 * @param fault why, in words
 * @param contrast as {@link Appearance} measures it
 * @param sharpness as {@link Appearance} measures it
 */
public record RejectedPatch(String source, Crop box, String fault, double contrast, double sharpness) {}
