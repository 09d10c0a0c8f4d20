package lichen.core.image;

/** What becomes of the transparent pixels of a picture. */
public enum Transparent {
    /** They are laid on white, as a viewer shows them. */
    WHITE,
    /** They are filled with pieces of the rest, so that nothing else is seen of the picture. */
    TEXTURE
}
