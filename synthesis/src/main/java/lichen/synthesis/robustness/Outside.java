package lichen.synthesis.robustness;

/** What lies around an image. */
public enum Outside {
    /** The same mid-grey everywhere. */
    GREY,
    /** The image again, on all sides: it then has no border, and tiles the plane. */
    WRAP
}
