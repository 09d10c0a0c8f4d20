package lichen.core.feature;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.check.Require;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.image.Size;
import lichen.core.tensor.Halving;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network that can also look at the image halved, once or several times: its tap {@code layer@k} is the layer
 * {@code layer} of the image halved k times. All octaves together cost less than 4/3 of the image as it is.
 *
 * <p>The image is halved with a mirrored border, or a circular one where the network reads it so; the maps then say that
 * they are {@linkplain FeatureMaps#circular circular}.
 */
public final class Pyramid implements FeatureNetwork {
    /** The most octaves. */
    public static final int OCTAVES = 8;

    private final FeatureNetwork network;
    private final Architecture architecture;

    /** The network, looking at all octaves. */
    public Pyramid(FeatureNetwork network) {
        this.network = network;
        architecture = new Architecture(network.architecture().layers(), OCTAVES);
    }

    @Override
    public Architecture architecture() {
        return architecture;
    }

    /**
     * As every network does; only octaves that are tapped are computed.
     *
     * @throws lichen.core.check.InvalidValueException if the border is circular and a side cannot be halved so often
     */
    @Override
    public Differentiable<INDArray, FeatureMaps> compile(
            Size size, Border border, Collection<String> taps, TensorScope scope) {
        Differentiable<INDArray, FeatureMaps> program = octaves(size, border, taps, scope);
        return border == Border.CIRCULAR ? program.then(Pyramid::circular) : program;
    }

    private static Evaluation<FeatureMaps, FeatureMaps> circular(FeatureMaps maps) {
        return new Evaluation<>(new FeatureMaps(maps.layers(), true), cotangent -> cotangent);
    }

    private Differentiable<INDArray, FeatureMaps> octaves(
            Size size, Border border, Collection<String> taps, TensorScope scope) {
        Map<Integer, List<Tap>> byOctave = new LinkedHashMap<>();
        int last = 0;
        for (String name : architecture.select(taps)) {
            Tap tap = Tap.of(name);
            byOctave.computeIfAbsent(tap.octave(), octave -> new ArrayList<>()).add(tap);
            last = Math.max(last, tap.octave());
        }
        if (last == 0) {
            return network.compile(size, border, taps, scope);
        }
        requireHalves(size, border, last);
        List<Optional<OctaveProgram>> octaves = new ArrayList<>();
        for (int octave = 0; octave <= last; octave++) {
            List<Tap> tapped = byOctave.getOrDefault(octave, List.of());
            octaves.add(
                    tapped.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new OctaveProgram(program(size, border, tapped, scope), tapped)));
        }
        return new PyramidProgram(octaves, size, border == Border.CIRCULAR, scope);
    }

    private Differentiable<INDArray, FeatureMaps> program(
            Size size, Border border, List<Tap> tapped, TensorScope scope) {
        int octave = tapped.get(0).octave();
        Size halved = halved(size, octave);
        try {
            List<String> layers = tapped.stream().map(Tap::layer).toList();
            return network.compile(halved, border, layers, scope);
        } catch (ImageTooSmallException e) {
            throw e.before(size, octave);
        }
    }

    private static Size halved(Size size, int octave) {
        return octave == 0
                ? size
                : halved(new Size(Halving.half(size.width()), Halving.half(size.height())), octave - 1);
    }

    private static void requireHalves(Size size, Border border, int last) {
        int factor = 1 << last;
        Require.that(
                border != Border.CIRCULAR || (size.width() % factor == 0 && size.height() % factor == 0),
                "octaves",
                "must fit the image: with a circular border, " + (last + 1)
                        + " octaves need sides that are multiples of " + factor + ", but the image is " + size
                        + ": choose another size, or fewer octaves");
    }
}
