package lichen.model;

import com.google.inject.Binder;
import com.google.inject.Module;
import lichen.core.feature.NetworkSpec;
import lichen.core.plugin.VariantBinder;
import lichen.model.generator.FastStyle;
import lichen.model.generator.GeneratorSpec;
import lichen.model.generator.PeriodicGenerator;
import lichen.model.generator.TextureNetwork;
import lichen.model.spec.Deeplearning4j;
import lichen.model.spec.Fcn;
import lichen.model.spec.FromFile;
import lichen.model.spec.ImageItself;
import lichen.model.spec.Keras;
import lichen.model.spec.Onnx;
import lichen.model.spec.RandomFilters;
import lichen.model.spec.RandomLayers;
import lichen.model.spec.Safetensors;
import lichen.model.spec.Wavelets;

/** The networks and generators that come along. */
public final class ModelModule implements Module {
    @Override
    public void configure(Binder binder) {
        VariantBinder.in(binder)
                .bind(NetworkSpec.class, "image", ImageItself.class)
                .bind(NetworkSpec.class, "fcn", Fcn.class)
                .bind(NetworkSpec.class, "random-filters", RandomFilters.class)
                .bind(NetworkSpec.class, "random-layers", RandomLayers.class)
                .bind(NetworkSpec.class, "file", FromFile.class)
                .bind(NetworkSpec.class, "keras", Keras.class)
                .bind(NetworkSpec.class, "onnx", Onnx.class)
                .bind(NetworkSpec.class, "deeplearning4j", Deeplearning4j.class)
                .bind(NetworkSpec.class, "safetensors", Safetensors.class)
                .bind(NetworkSpec.class, "wavelets", Wavelets.class)
                .bind(GeneratorSpec.class, "texture-network", TextureNetwork.class)
                .bind(GeneratorSpec.class, "periodic", PeriodicGenerator.class)
                .bind(GeneratorSpec.class, "fast-style", FastStyle.class);
    }
}
