package lichen.core.feature;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lichen.core.check.Require;

/**
 * The layers of a network that can be read, in the order of computation; the first is the image itself. A network may also
 * look at the image halved: {@code conv1@2} is its layer {@code conv1} of the image halved twice.
 *
 * @param layers the layers, names unique
 * @param octaves how many sizes of the image it can look at, the image as it is included
 */
public record Architecture(List<Layer> layers, int octaves) {
    /** The name of the layer that is the image itself: RGB in [0,1]. */
    public static final String IMAGE = "image";

    /** In place of a layer's name: every convolution (after its activation where the two are one layer). */
    public static final String ALL_CONVOLUTIONS = "all-convolutions";

    /** Copies the list. */
    public Architecture {
        layers = List.copyOf(layers);
        Require.atLeast(1, "octaves", octaves);
    }

    /** Between names of which the first that the network has is meant: for configs that fit a network and its cut files. */
    private static final Pattern OR = Pattern.compile("\\|");

    /** A network that looks at the image as it is. */
    public Architecture(List<Layer> layers) {
        this(layers, 1);
    }

    /**
     * Resolves what a user wrote into layer names, by octave, then in the network's order, and each once.
     *
     * @param written layer names, or {@link #ALL_CONVOLUTIONS}, each also with an octave; of several with {@code |} between them, the
     *     first that there is
     * @throws lichen.core.check.InvalidValueException naming every unknown layer, and the known ones
     */
    public List<String> select(Collection<String> written) {
        Require.that(!written.isEmpty(), "layers", "must name at least one layer");
        List<String> wanted = written.stream().map(this::firstKnown).toList();
        List<String> unknown =
                wanted.stream().filter(name -> !isKnown(Tap.of(name))).toList();
        if (!unknown.isEmpty()) {
            throw new UnknownLayerException(unknown, names());
        }
        List<String> selected = new ArrayList<>();
        for (int octave = 0; octave < octaves; octave++) {
            for (Layer layer : layers) {
                Tap tap = new Tap(layer.name(), octave);
                boolean asConvolution = layer.kind() == Layer.Kind.CONVOLUTION
                        && wanted.contains(new Tap(ALL_CONVOLUTIONS, octave).name());
                if (asConvolution || wanted.contains(tap.name())) {
                    selected.add(tap.name());
                }
            }
        }
        return selected;
    }

    /** The names of all layers. */
    public List<String> names() {
        return layers.stream().map(Layer::name).collect(Collectors.toList());
    }

    /** The layer of this name, which may have an octave. */
    public Layer layer(String name) {
        Tap tap = Tap.of(name);
        return layers.stream()
                .filter(layer -> tap.octave() < octaves && layer.name().equals(tap.layer()))
                .findFirst()
                .map(layer -> layer.at(tap.octave()))
                .orElseThrow(() -> new UnknownLayerException(List.of(name), names()));
    }

    /** The first of several names that is known; as it was written where none is. */
    private String firstKnown(String written) {
        return OR.splitAsStream(written)
                .map(String::strip)
                .filter(name -> isKnown(Tap.of(name)))
                .findFirst()
                .orElse(written);
    }

    private boolean isKnown(Tap tap) {
        return tap.octave() < octaves && (tap.layer().equals(ALL_CONVOLUTIONS) || names().contains(tap.layer()));
    }
}
