package lichen.model.keras;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lichen.model.foreign.UnreadableException;

/**
 * A group for each layer, whose attribute {@code weight_names} tells where its arrays are: {@code .../conv/kernel:0} or so. That of a
 * model inside the network has those of all its layers. In the files that Keras downloads they are called {@code conv_W_1:0}.
 *
 * @param group where the groups are
 */
record NamedWeights(Group group) implements WeightsLayout {
    private static final String NAMES = "weight_names";
    private static final Pattern LAST = Pattern.compile("([^/]+?)(:\\d+)?");
    private static final Pattern ELDER = Pattern.compile("(.+)_([Wb])_\\d+:\\d+");

    @Override
    public Optional<KerasWeights> of(KerasLayer layer) throws UnreadableException {
        Optional<Node> found = KerasFile.find(group, layer.path().get(0));
        if (found.isEmpty() || !(found.get() instanceof Group own)) {
            return Optional.empty();
        }
        Map<String, Dataset> arrays = new HashMap<>();
        for (String path : names(layer, own)) {
            Optional<String> name = name(layer, path);
            if (name.isPresent() && !arrays.containsKey(name.get())) {
                arrays.put(name.get(), dataset(layer, own, path));
            }
        }
        return Optional.of(new KerasWeights(layer.name(), arrays));
    }

    /** What an array is called, if it is one of the layer. */
    private static Optional<String> name(KerasLayer layer, String path) {
        String own = layer.path().get(layer.path().size() - 1);
        String last = path.substring(path.lastIndexOf('/') + 1);
        Matcher elder = ELDER.matcher(last);
        if (elder.matches() && elder.group(1).equals(own)) {
            return Optional.of(elder.group(2).equals("W") ? "kernel" : "bias");
        }
        boolean isInside = layer.path().size() > 1;
        if (isInside && !("/" + path).endsWith("/" + own + "/" + last)) {
            return Optional.empty();
        }
        Matcher plain = LAST.matcher(last);
        return plain.matches() ? Optional.of(plain.group(1)) : Optional.empty();
    }

    private static Dataset dataset(KerasLayer layer, Group group, String path) throws UnreadableException {
        Optional<Node> node = KerasFile.find(group, path);
        if (node.isPresent() && node.get() instanceof Dataset dataset) {
            return dataset;
        }
        throw new UnreadableException("layer " + layer.name() + ": names the weights " + path
                + " but does not hold them; save the network again");
    }

    private static List<String> names(KerasLayer layer, Group group) throws UnreadableException {
        Optional<Object> names = KerasFile.guarded(
                layer.name() + " " + NAMES,
                () -> Optional.ofNullable(group.getAttribute(NAMES)).map(Attribute::getData));
        // A layer without weights has an empty list of numbers here.
        return names.isPresent() && names.get() instanceof String[] texts ? List.of(texts) : List.of();
    }
}
