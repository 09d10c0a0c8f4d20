package lichen.model.operation;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lichen.core.tensor.Extension;
import lichen.core.tensor.Pooling;
import org.jspecify.annotations.Nullable;

/** The words by which files call operations, and how each is read. */
public final class Operations {
    private static final Map<String, Function<Stored, Operation>> READERS = Map.ofEntries(
            Map.entry("convolution", stored -> Convolve.read(stored, false)),
            Map.entry("convolution-relu", stored -> Convolve.read(stored, true)),
            Map.entry("depthwise-convolution", ConvolveDepthwise::read),
            Map.entry("max-pooling", stored -> Pool.read(stored, Pooling.Kind.MAX)),
            Map.entry("average-pooling", stored -> Pool.read(stored, Pooling.Kind.AVERAGE)),
            Map.entry("zero-padding", stored -> Extend.read(stored, Extension.Kind.ZERO)),
            Map.entry("reflection", stored -> Extend.read(stored, Extension.Kind.REFLECT)),
            Map.entry("circular-padding", stored -> Extend.read(stored, Extension.Kind.CIRCULAR)),
            Map.entry("up-sampling", Upsample::read),
            Map.entry("scale-shift", ScaleShift::read),
            Map.entry("batch-normalization", BatchNormalize::read),
            Map.entry("instance-normalization", InstanceNormalize::read),
            Map.entry("pixel-normalization", PixelNormalize::read),
            Map.entry("modulation", stored -> new Modulate()),
            Map.entry("relu", Relu::read),
            Map.entry("leaky-relu", LeakyRelu::read),
            Map.entry("tanh", stored -> new Tanh()),
            Map.entry("sigmoid", stored -> new Sigmoid()),
            Map.entry("dense", Dense::read),
            Map.entry("reshape", Reshape::read),
            Map.entry("slice", Slice::read),
            Map.entry("spread", stored -> new Spread()),
            Map.entry(Oscillate.ANY, stored -> new Oscillate(false)),
            Map.entry(Oscillate.WHOLE, stored -> new Oscillate(true)),
            Map.entry("concatenation", stored -> new Concatenate()),
            Map.entry("addition", stored -> new Add()),
            Map.entry("multiplication", stored -> new Multiply()));

    private Operations() {}

    /** Reads an operation; empty if the word is unknown. */
    public static Optional<Operation> read(String word, Stored stored) {
        @Nullable Function<Stored, Operation> reader = READERS.get(word);
        return reader == null ? Optional.empty() : Optional.of(reader.apply(stored));
    }
}
