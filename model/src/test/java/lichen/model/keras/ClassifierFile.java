package lichen.model.keras;

import java.io.IOException;
import java.io.InputStream;
import lichen.core.plugin.FileReference;

/**
 * A file of the HDF5 library, in the layout of Keras 2.4: a sequential classifier whose layers are conv, norm, pool,
 * dropout, flatten and dense. It holds no one's weights: {@link #number} gives them all.
 */
final class ClassifierFile {
    static final FileReference REFERENCE = new FileReference("bundled:test-classifier.h5");

    private ClassifierFile() {}

    /** The number at an index of a weight, which is the moving variance less one. */
    static float number(String name, int index) {
        return (float) (((37 * index + 11 * name.length()) % 101 - 50) / 100.0);
    }

    static byte[] bytes() throws IOException {
        try (InputStream in = REFERENCE.open()) {
            return in.readAllBytes();
        }
    }
}
