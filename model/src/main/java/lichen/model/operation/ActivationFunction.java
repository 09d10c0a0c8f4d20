package lichen.model.operation;

import lichen.core.feature.Layer;

/** A function of each number by itself. */
public sealed interface ActivationFunction extends Pointwise, Weightless permits Relu, LeakyRelu, Tanh, Sigmoid {
    @Override
    default Arity arity() {
        return Arity.ONE;
    }

    @Override
    default Layer.Kind kind() {
        return Layer.Kind.ACTIVATION;
    }
}
