package lichen.app.quality;

/** What a measure tells, and so how its number is to be read. */
public enum Kind {
    /** How far the image is from the photograph, 0 the same. Read as a ratio to the floor: 1 is as good as another photograph. */
    QUALITY,
    /** How much of the image is taken from the photograph. Read as it is, beside what other parts of the photograph have. */
    COPYING,
    /** How different two images of the same method are. Read as a ratio to the floor: 1 is as different as two photographs. */
    DIVERSITY,
    /** A fault of the image by itself. Read as it is. */
    OTHER;

    /** Whether the number is read as a ratio to the floor. */
    public boolean isRatio() {
        return this == QUALITY || this == DIVERSITY;
    }
}
