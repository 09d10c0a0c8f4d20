package lichen.app.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import lichen.core.image.Image;
import lichen.core.npy.NdArray;
import lichen.core.npy.Npz;
import lichen.synthesis.loop.LoopState;

/** Images and the states of a synthesis, as the arrays that optimisers and files know. */
final class SavedState {
    private SavedState() {}

    /** The pixels of an image as parameters: {@code [H][W][3]} flattened. */
    static double[] pixels(Image image) {
        return NdArray.of(image.toArray(), image.height(), image.width(), Image.CHANNELS)
                .doubles();
    }

    /** Parameters as an image of the size of another. */
    static Image image(double[] pixels, Image like) {
        float[] rgb = NdArray.of(pixels, pixels.length).floats();
        return Image.of(like.width(), like.height(), rgb);
    }

    static LoopState read(Npz file) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        file.arrays().forEach((name, array) -> arrays.put(name, array.doubles()));
        return new LoopState(arrays);
    }

    static Npz file(LoopState state) {
        Map<String, NdArray<?>> arrays = new LinkedHashMap<>();
        state.arrays().forEach((name, values) -> arrays.put(name, NdArray.of(values, values.length)));
        return new Npz(arrays, "");
    }
}
