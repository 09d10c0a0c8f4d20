package lichen.app.quality;

import lichen.core.image.Crop;

/**
 * Two parts of a photograph that share no pixel.
 *
 * @param first one
 * @param second the other
 */
record CropPair(Crop first, Crop second) {
    boolean isDisjoint() {
        return first.x() + first.width() <= second.x()
                || second.x() + second.width() <= first.x()
                || first.y() + first.height() <= second.y()
                || second.y() + second.height() <= first.y();
    }
}
