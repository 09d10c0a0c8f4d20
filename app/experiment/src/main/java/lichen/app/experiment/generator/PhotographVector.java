package lichen.app.experiment.generator;

import java.io.IOException;
import java.util.List;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.model.generator.Conditioning;

/** What a generator of many photographs is told of the one that is meant. */
public enum PhotographVector {
    /** What it looks like: of any photograph. */
    DESCRIPTION {
        @Override
        void requireSize(Size photograph) {
            PhotographDescription.requireSize(photograph);
        }

        @Override
        float[] of(Image photograph, int number, int all) throws IOException {
            return PhotographDescription.of(photograph);
        }

        @Override
        Conditioning conditioning(int code, List<float[]> vectors) {
            return Conditioning.ofDescriptions(code, vectors);
        }
    },
    /** Which it is: a 1 in its place, so that its code is learned by itself. */
    CHOICE {
        @Override
        void requireSize(Size photograph) {
            // any will do
        }

        @Override
        float[] of(Image photograph, int number, int all) {
            float[] vector = new float[all];
            vector[number] = 1;
            return vector;
        }

        @Override
        Conditioning conditioning(int code, List<float[]> vectors) {
            return Conditioning.ofChoices(code, vectors.size());
        }
    };

    /** Checks that photographs of a size have a vector. */
    abstract void requireSize(Size photograph);

    /**
     * The vector of a photograph.
     *
     * @param number which of all it is
     */
    abstract float[] of(Image photograph, int number, int all) throws IOException;

    /** How vectors become codes. */
    abstract Conditioning conditioning(int code, List<float[]> vectors);
}
