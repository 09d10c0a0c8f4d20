package lichen.io.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lays settings over a tree. */
final class Overlay {
    private final Problems problems;

    Overlay(Problems problems) {
        this.problems = problems;
    }

    /** The tree with the settings in it, later ones over earlier ones. */
    Node apply(Node root, List<Setting> settings) {
        Node changed = root;
        for (Setting setting : settings) {
            changed = set(changed, setting, 0, JsonPath.ROOT);
        }
        return changed;
    }

    private Node set(Node node, Setting setting, int depth, String path) {
        if (depth == setting.keys().size()) {
            return valueOf(setting);
        }
        String key = setting.keys().get(depth);
        if (node instanceof Node.Mapping mapping) {
            Node.Entry old = mapping.entries().get(key);
            Node child = old == null ? missing(setting, depth + 1) : old.value();
            Place keyPlace = old == null ? setting.place() : old.keyPlace();
            return mapping.with(key, new Node.Entry(keyPlace, set(child, setting, depth + 1, JsonPath.key(path, key))));
        }
        if (node instanceof Node.Sequence sequence) {
            return setElement(sequence, setting, depth, path);
        }
        problems.add(
                path,
                setting.place(),
                "is " + node.inWords() + ", so there is no \"" + key + "\" in it. Set " + path + " as a whole");
        return node;
    }

    private Node setElement(Node.Sequence sequence, Setting setting, int depth, String path) {
        String key = setting.keys().get(depth);
        int size = sequence.elements().size();
        if (!isIndex(key) || Integer.parseInt(key) > size) {
            problems.add(
                    path,
                    setting.place(),
                    "is a list of " + size + ", so \"" + key + "\" must be a number from 0 to " + size + ", where "
                            + size + " adds an element");
            return sequence;
        }
        int index = Integer.parseInt(key);
        List<Node> elements = new ArrayList<>(sequence.elements());
        Node old = index < size ? elements.get(index) : missing(setting, depth + 1);
        Node changed = set(old, setting, depth + 1, JsonPath.element(path, index));
        if (index < size) {
            elements.set(index, changed);
        } else {
            elements.add(changed);
        }
        return new Node.Sequence(sequence.place(), elements);
    }

    /** What stands where nothing stood, for the rest of the way to lead into. */
    private static Node missing(Setting setting, int depth) {
        boolean list = depth < setting.keys().size() && isIndex(setting.keys().get(depth));
        return list ? new Node.Sequence(setting.place(), List.of()) : new Node.Mapping(setting.place(), Map.of(), true);
    }

    private static boolean isIndex(String key) {
        return key.matches("\\d{1,6}");
    }

    private Node valueOf(Setting setting) {
        try {
            return TreeParser.parse(setting.value(), (line, column) -> setting.place(), problems);
        } catch (ConfigException notJson) {
            return new Node.Text(setting.place(), setting.value());
        }
    }
}
