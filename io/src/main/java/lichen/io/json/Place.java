package lichen.io.json;

/** Where a value was written. */
public sealed interface Place {
    /** Text as it stands in a message: {@code gravel.json:14:23}. */
    @Override
    String toString();

    /**
     * A place in a file.
     *
     * @param file the file as the user named it
     * @param line from 1
     * @param column from 1, in characters
     */
    record InFile(String file, int line, int column) implements Place {
        @Override
        public String toString() {
            return file + ":" + line + ":" + column;
        }
    }

    /**
     * A place in a file that another config takes over.
     *
     * @param ancestor the file
     * @param line from 1
     * @param column from 1, in characters
     */
    record InBase(Ancestor ancestor, int line, int column) implements Place {
        @Override
        public String toString() {
            return ancestor.name() + ":" + line + ":" + column + ", inherited by " + ancestor.namedAt();
        }
    }

    /**
     * A file as a whole: it is missing, empty or not text.
     *
     * @param file the file as the user named it
     */
    record WholeFile(String file) implements Place {
        @Override
        public String toString() {
            return file;
        }
    }

    /**
     * A setting on the command line.
     *
     * @param setting {@code key.path=value}
     */
    record OnCommandLine(String setting) implements Place {
        private static final int SHOWN = 60;

        @Override
        public String toString() {
            return "-s " + (setting.length() <= SHOWN ? setting : setting.substring(0, SHOWN - 3) + "...");
        }
    }

    /**
     * The default of a key.
     *
     * @param key the record and its component
     */
    record OfDefault(String key) implements Place {
        @Override
        public String toString() {
            return "the default of " + key;
        }
    }

    /** None: a program made the value. */
    record InProgram() implements Place {
        @Override
        public String toString() {
            return "this program";
        }
    }
}
