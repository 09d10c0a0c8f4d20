package lichen.model.keras;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lichen.model.foreign.UnreadableException;

/**
 * The layers of a network that put out images, and the head that does not: a classifier's last layers, which textures
 * have no use for.
 *
 * @param layers the layers that put out images, in order
 * @param head the others
 */
record SpatialPart(List<KerasLayer> layers, List<KerasLayer> head) {
    private static final Set<String> HEADS =
            Set.of("GlobalAveragePooling2D", "GlobalMaxPooling2D", "Flatten", "Softmax", "Dense");
    private static final Set<String> WITHIN_HEADS = Set.of("Activation", "BatchNormalization", "ReLU");

    SpatialPart {
        layers = List.copyOf(layers);
        head = List.copyOf(head);
    }

    /** Cuts off the head. What follows it must belong to it. */
    static SpatialPart of(List<KerasLayer> sorted) throws UnreadableException {
        List<KerasLayer> layers = new ArrayList<>();
        List<KerasLayer> head = new ArrayList<>();
        Set<String> headNames = new HashSet<>();
        for (KerasLayer layer : sorted) {
            boolean follows = layer.inputs().stream().anyMatch(headNames::contains);
            boolean starts = HEADS.contains(layer.type())
                    || layer.type().equals("Activation")
                            && layer.word("activation", "").equals("softmax");
            if (follows && !starts && !belongs(layer, headNames)) {
                throw new UnreadableException("layer " + layer.name() + " (" + layer.type()
                        + ") follows layers that put out no image; only a head at the end can be left away");
            }
            if (follows || starts) {
                head.add(layer);
                headNames.add(layer.name());
            } else {
                layers.add(layer);
            }
        }
        return new SpatialPart(layers, head);
    }

    private static boolean belongs(KerasLayer layer, Set<String> head) {
        return head.containsAll(layer.inputs())
                && (WITHIN_HEADS.contains(layer.type()) || LayerKinds.IDENTITIES.contains(layer.type()));
    }
}
