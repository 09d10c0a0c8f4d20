package lichen.model.keras;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lichen.model.foreign.UnreadableException;

/**
 * The weights of Keras 3: {@code layers/conv2d_1/vars/0}. A layer goes by its class and how many of that class are before it, and
 * its arrays by number. Files of later versions tell the layer's name as well.
 *
 * @param group what holds {@code layers}
 * @param layers all layers of the network, in the order of the file; those before a layer say its number
 */
record NumberedWeights(Group group, List<KerasLayer> layers) implements WeightsLayout {
    /** Where a model holds its layers: the second is what Keras 2.12 wrote into {@code .keras}. */
    static final List<String> PLACES = List.of("layers", "_layer_checkpoint_dependencies");

    private static final String VARIABLES = "vars";

    NumberedWeights {
        layers = List.copyOf(layers);
    }

    @Override
    public Optional<KerasWeights> of(KerasLayer layer) throws UnreadableException {
        Optional<Group> place = Optional.of(group);
        for (int depth = 0; depth < layer.path().size() && place.isPresent(); depth++) {
            place = inside(place.get(), layer, depth);
        }
        if (place.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Dataset> arrays = new HashMap<>();
        Optional<Node> variables = KerasFile.find(place.get(), VARIABLES);
        List<String> names = names(layer);
        for (int i = 0; i < names.size() && variables.isPresent() && variables.get() instanceof Group all; i++) {
            Optional<Node> node = KerasFile.find(all, String.valueOf(i));
            if (node.isPresent() && node.get() instanceof Dataset dataset) {
                arrays.put(names.get(i), dataset);
            }
        }
        return Optional.of(new KerasWeights(layer.name(), arrays));
    }

    /** The group of the layer, or of the model that holds it, so deep in the file. */
    private Optional<Group> inside(Group model, KerasLayer layer, int depth) throws UnreadableException {
        for (String place : PLACES) {
            Optional<Node> held = KerasFile.find(model, place);
            if (held.isPresent() && held.get() instanceof Group all) {
                Map<String, Group> named = named(all);
                String name = layer.path().get(depth);
                if (!named.isEmpty()) {
                    return Optional.ofNullable(named.get(name));
                }
                Optional<Node> counted = KerasFile.find(all, counted(layer, depth));
                return counted.filter(Group.class::isInstance).map(Group.class::cast);
            }
        }
        return Optional.empty();
    }

    private static Map<String, Group> named(Group all) throws UnreadableException {
        return KerasFile.guarded("the list of layers", () -> {
            Map<String, Group> named = new HashMap<>();
            for (Node child : all.getChildren().values()) {
                if (!child.isLink() && child instanceof Group layer && layer.getChild(VARIABLES) instanceof Group own) {
                    Attribute name = own.getAttribute("name");
                    if (name != null && name.getData() instanceof String text) {
                        named.put(text, layer);
                    }
                }
            }
            return named;
        });
    }

    /** {@code conv2d} for the first of its class, then {@code conv2d_1}, ... */
    private String counted(KerasLayer layer, int depth) {
        List<String> around = layer.path().subList(0, depth);
        String word = word(layer, depth);
        List<String> before = new ArrayList<>();
        for (KerasLayer other : layers) {
            boolean beside = other.path().size() > depth
                    && other.path().subList(0, depth).equals(around);
            if (beside
                    && word(other, depth).equals(word)
                    && !before.contains(other.path().get(depth))) {
                before.add(other.path().get(depth));
            }
        }
        int number = before.indexOf(layer.path().get(depth));
        return number == 0 ? word : word + "_" + number;
    }

    /** The class of a layer, or of a model that holds it, as Keras spells it here. */
    private String word(KerasLayer layer, int depth) {
        return type(layer, depth)
                .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    private String type(KerasLayer layer, int depth) {
        List<String> path = layer.path().subList(0, depth + 1);
        return layers.stream()
                .filter(other -> other.path().equals(path))
                .map(other -> other.config().path("class_name").asText(other.type()))
                .findFirst()
                .orElse(layer.type());
    }

    /** What the arrays of a layer are called, by their number. */
    private static List<String> names(KerasLayer layer) throws UnreadableException {
        List<String> names = new ArrayList<>();
        switch (layer.type()) {
            case "Conv2D", "DepthwiseConv2D" -> names.add("kernel");
            case "SeparableConv2D" -> names.addAll(List.of("depthwise_kernel", "pointwise_kernel"));
            case "PReLU" -> names.add("alpha");
            case "BatchNormalization" -> {
                addWhere(layer, "scale", "gamma", names);
                addWhere(layer, "center", "beta", names);
                names.addAll(List.of("moving_mean", "moving_variance"));
            }
            default -> {}
        }
        if (layer.type().endsWith("Conv2D")) {
            addWhere(layer, "use_bias", "bias", names);
        }
        return names;
    }

    private static void addWhere(KerasLayer layer, String flag, String name, List<String> names)
            throws UnreadableException {
        if (layer.flag(flag, true)) {
            names.add(name);
        }
    }
}
