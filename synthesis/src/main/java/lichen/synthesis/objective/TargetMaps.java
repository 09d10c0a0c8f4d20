package lichen.synthesis.objective;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.feature.Architecture;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.FeatureNetwork;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Regions;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The pictures of a stage seen through one network. One pass for each picture gives all layers, and is let go with
 * {@link #letGo}; what terms of later rounds need is {@linkplain #kept kept}.
 */
final class TargetMaps {
    private final Sources sources;
    private final FeatureNetwork network;
    private final Frame frame;
    private final List<String> layers;
    private final TensorScope scope;
    private final Map<Subject, Map<String, INDArray>> kept = new HashMap<>();
    private final Map<Subject, FeatureMaps> seen = new HashMap<>();
    private TensorScope passes;

    /** What is seen: empty is the photograph of the experiment. */
    private record Subject(Optional<Picture> picture, boolean isOverlay) {}

    /** A way to answer what a term asks for. */
    private interface Answer {
        FeatureMaps of(Subject subject, List<String> wanted) throws IOException;
    }

    /**
     * Prepares to look.
     *
     * @param layers all that terms will ask for
     * @param scope the owner of what is kept
     */
    TargetMaps(Sources sources, FeatureNetwork network, Frame frame, List<String> layers, TensorScope scope) {
        this.sources = sources;
        this.network = network;
        this.frame = frame;
        this.layers = List.copyOf(layers);
        this.scope = scope;
        passes = scope.child();
    }

    /** Answers hold until {@link #letGo}. */
    Targets passing() {
        return new Asked((subject, wanted) -> pass(subject).select(wanted));
    }

    /** Answers hold as long as the scope. */
    Targets kept() {
        return new Asked(this::keep);
    }

    /** Ends all passes. */
    void letGo() {
        seen.clear();
        passes.close();
        passes = scope.child();
    }

    private FeatureMaps keep(Subject subject, List<String> wanted) throws IOException {
        Map<String, INDArray> maps = kept.computeIfAbsent(subject, first -> new LinkedHashMap<>());
        if (!maps.keySet().containsAll(wanted)) {
            FeatureMaps pass = pass(subject);
            wanted.forEach(layer -> maps.computeIfAbsent(layer, missing -> scope.copyOf(pass.layer(missing))));
        }
        return new FeatureMaps(maps, isCircular(subject)).select(wanted);
    }

    private boolean isCircular(Subject subject) {
        return subject.isOverlay() && frame.border() == Border.CIRCULAR;
    }

    private FeatureMaps pass(Subject subject) throws IOException {
        FeatureMaps maps = seen.get(subject);
        if (maps == null) {
            Image image = open(subject);
            Border border = subject.isOverlay() ? frame.border() : frame.ofPhotograph();
            maps = network.compile(image.size(), border, layers, passes)
                    .at(image.tensor(passes))
                    .value();
            seen.put(subject, maps);
        }
        return maps;
    }

    private Image open(Subject subject) throws IOException {
        if (subject.picture().isEmpty()) {
            return sources.photograph();
        }
        Picture picture = subject.picture().get();
        return subject.isOverlay() ? sources.overlay(picture, frame.size()) : sources.photograph(picture);
    }

    private final class Asked implements Targets {
        private final Answer answer;

        Asked(Answer answer) {
            this.answer = answer;
        }

        @Override
        public Architecture architecture() {
            return network.architecture();
        }

        @Override
        public Optional<Mixture> mixture() {
            return sources.mixture();
        }

        @Override
        public FeatureMaps photograph(Collection<String> wanted) throws IOException {
            return answer.of(new Subject(Optional.empty(), false), List.copyOf(wanted));
        }

        @Override
        public FeatureMaps photograph(Picture picture, Collection<String> wanted) throws IOException {
            return answer.of(new Subject(Optional.of(picture), false), List.copyOf(wanted));
        }

        @Override
        public FeatureMaps overlay(Picture picture, Collection<String> wanted) throws IOException {
            return answer.of(new Subject(Optional.of(picture), true), List.copyOf(wanted));
        }

        @Override
        public Regions regions(Picture mask) throws IOException {
            return sources.regions(mask);
        }
    }
}
