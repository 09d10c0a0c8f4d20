package lichen.core.feature;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
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
     * As every network does.
     *
     * @throws lichen.core.check.InvalidValueException if the border is circular and a side cannot be halved so often
     */
    @Override
    public Map<String, MapShape> shapes(Size size, Border border, Collection<String> taps) {
        Map<String, MapShape> shapes = new LinkedHashMap<>();
        byOctave(size, border, taps).forEach((octave, tapped) -> {
            Map<String, MapShape> own = halved(size, octave, half -> network.shapes(half, border, layers(tapped)));
            tapped.forEach(tap -> shapes.put(tap.name(), Objects.requireNonNull(own.get(tap.layer()))));
        });
        return shapes;
    }

    /** As every network does; only octaves that are tapped are computed. */
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
        NavigableMap<Integer, List<Tap>> byOctave = byOctave(size, border, taps);
        if (byOctave.lastKey() == 0) {
            return network.compile(size, border, taps, scope);
        }
        List<Optional<OctaveProgram>> octaves = new ArrayList<>();
        for (int octave = 0; octave <= byOctave.lastKey(); octave++) {
            List<Tap> tapped = byOctave.getOrDefault(octave, List.of());
            octaves.add(
                    tapped.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new OctaveProgram(
                                    halved(size, octave, half -> network.compile(half, border, layers(tapped), scope)),
                                    tapped)));
        }
        return new PyramidProgram(octaves, size, border == Border.CIRCULAR, scope);
    }

    private NavigableMap<Integer, List<Tap>> byOctave(Size size, Border border, Collection<String> taps) {
        NavigableMap<Integer, List<Tap>> byOctave = new TreeMap<>();
        for (String name : architecture.select(taps)) {
            Tap tap = Tap.of(name);
            byOctave.computeIfAbsent(tap.octave(), octave -> new ArrayList<>()).add(tap);
        }
        requireHalves(size, border, byOctave.lastKey());
        return byOctave;
    }

    private static List<String> layers(List<Tap> taps) {
        return taps.stream().map(Tap::layer).toList();
    }

    /** Looks at an image halved so often; one that is too small is told at its own size. */
    private static <T> T halved(Size size, int octave, Function<Size, T> looking) {
        Size half = size;
        for (int i = 0; i < octave; i++) {
            half = new Size(Halving.half(half.width()), Halving.half(half.height()));
        }
        try {
            return looking.apply(half);
        } catch (ImageTooSmallException e) {
            throw e.before(size, octave);
        }
    }

    private static void requireHalves(Size size, Border border, int last) {
        int factor = 1 << last;
        Require.that(
                border != Border.CIRCULAR || (size.width() % factor == 0 && size.height() % factor == 0),
                "size",
                "must be a multiple of " + factor + " in both directions for a circular border and " + (last + 1)
                        + " octaves, but is " + size + ": use another size, or fewer octaves");
    }
}
