package lichen.io.data;

import lichen.core.image.Crop;

/**
 * A patch that was left out.
 *
 * @param source the name of the photograph
 * @param box where in the photograph, upright
 * @param fault why
 * @param appearance its contrast and sharpness
 */
public record RejectedPatch(String source, Crop box, Fault fault, Appearance appearance) {}
