package lichen.model.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lichen.model.foreign.UnreadableException;
import onnx.Onnx;

/**
 * A node as the file describes it.
 *
 * @param name its unique name: its own, or that of its output
 * @param type its operator, with the domain where that is not ONNX's own
 * @param inputs the values that it reads, in order; empty names for those left out
 * @param outputs the values that it puts out; others than the first are of no use here
 * @param attributes its settings
 */
record OnnxNode(
        String name,
        String type,
        List<String> inputs,
        List<String> outputs,
        Map<String, Onnx.AttributeProto> attributes) {
    OnnxNode {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attributes = Map.copyOf(attributes);
    }

    static OnnxNode of(Onnx.NodeProto proto, boolean isNamed) throws UnreadableException {
        if (proto.getOutputCount() == 0 || proto.getOpType().isEmpty()) {
            throw new UnreadableException(
                    "is damaged: the node '" + proto.getName() + "' has no operator or no output; export it again");
        }
        Map<String, Onnx.AttributeProto> attributes = new HashMap<>();
        proto.getAttributeList().forEach(attribute -> attributes.put(attribute.getName(), attribute));
        boolean own = proto.getDomain().isEmpty() || proto.getDomain().equals("ai.onnx");
        return new OnnxNode(
                isNamed ? proto.getName() : proto.getOutput(0),
                own ? proto.getOpType() : proto.getDomain() + "." + proto.getOpType(),
                proto.getInputList(),
                proto.getOutputList(),
                attributes);
    }

    /** The value that it puts out. */
    String output() {
        return outputs.get(0);
    }

    /** The input in a place, unless it is left out. */
    Optional<String> input(int place) {
        return place < inputs.size() && !inputs.get(place).isEmpty()
                ? Optional.of(inputs.get(place))
                : Optional.empty();
    }

    boolean has(String key) {
        return attributes.containsKey(key);
    }

    /** A whole number; a fallback where it is left out. */
    int whole(String key, int fallback) throws UnreadableException {
        Onnx.AttributeProto attribute = attributes.get(key);
        if (attribute == null) {
            return fallback;
        }
        if (attribute.getI() != (int) attribute.getI()) {
            throw refusal(key, attribute.getI());
        }
        return (int) attribute.getI();
    }

    /** A finite number; a fallback where it is left out. */
    float number(String key, float fallback) throws UnreadableException {
        Onnx.AttributeProto attribute = attributes.get(key);
        float number = attribute == null ? fallback : attribute.getF();
        if (!Float.isFinite(number)) {
            throw refusal(key, number);
        }
        return number;
    }

    /** A word; a fallback where it is left out. */
    String word(String key, String fallback) {
        Onnx.AttributeProto attribute = attributes.get(key);
        return attribute == null ? fallback : attribute.getS().toStringUtf8();
    }

    /** So many whole numbers from 0 on; as many fallbacks where they are left out. */
    int[] wholes(String key, int count, int fallback) throws UnreadableException {
        Onnx.AttributeProto attribute = attributes.get(key);
        List<Long> found = new ArrayList<>();
        if (attribute != null) {
            found.addAll(attribute.getIntsList());
        } else {
            for (int i = 0; i < count; i++) {
                found.add((long) fallback);
            }
        }
        if (found.size() != count || found.stream().anyMatch(value -> value < 0 || value > 1 << 20)) {
            throw refusal(key, found);
        }
        return found.stream().mapToInt(Long::intValue).toArray();
    }

    /** Refuses a setting that changes what the node computes. */
    void require(String key, int supported) throws UnreadableException {
        if (whole(key, supported) != supported) {
            throw refusal(key, whole(key, supported));
        }
    }

    /** Refuses settings that are not known: a later version may have them. */
    void requireOnly(Set<String> known) throws UnreadableException {
        for (String key : attributes.keySet()) {
            if (!known.contains(key)) {
                throw new UnreadableException(type + " with " + key);
            }
        }
    }

    /** What is not supported of it. */
    UnreadableException refusal(String key, Object value) {
        return new UnreadableException(type + " with " + key + " " + value);
    }
}
