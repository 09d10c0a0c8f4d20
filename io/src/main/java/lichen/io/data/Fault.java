package lichen.io.data;

/** Why a patch is left out of a data set. */
enum Fault {
    /** Its contrast is too low. */
    BLANK("blank"),
    /** Its sharpness is too low. */
    OUT_OF_FOCUS("out of focus");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    /** As it is told to people and stands in the manifest. */
    String words() {
        return words;
    }
}
