package lichen.app;

import java.io.File;
import java.nio.file.Path;

/** The class path of the tests. */
final class ClassPath {
    private ClassPath() {}

    static String ofTests() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
    }

    static String ofTestsAnd(Path jar) {
        return ofTests() + File.pathSeparator + jar;
    }
}
