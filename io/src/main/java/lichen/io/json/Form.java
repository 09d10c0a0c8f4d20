package lichen.io.json;

/** How much of a value a schema asks for. */
enum Form {
    /** A value that stands by itself: no required key is missing. */
    WHOLE(""),
    /** What is laid over an inherited value: every key may be left out, in objects inside as well. */
    CHANGES(".changes");

    private final String ending;

    Form(String ending) {
        this.ending = ending;
    }

    /** The name of a definition of this form. */
    String named(String definition) {
        return definition + ending;
    }
}
