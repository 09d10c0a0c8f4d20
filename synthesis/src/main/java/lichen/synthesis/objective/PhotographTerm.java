package lichen.synthesis.objective;

import java.util.Optional;
import lichen.core.image.Picture;

/** A term that asks for the texture of a photograph: the experiment's own, or another one. */
public interface PhotographTerm extends LossTerm {
    /** The photograph; the experiment's own where empty. */
    Optional<Picture> picture();

    /** The same term of another photograph. */
    PhotographTerm of(Picture photograph);
}
