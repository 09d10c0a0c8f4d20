package lichen.core.optimizer;

import lichen.core.plugin.Summary;

/** A learning rate that stays as it is. */
@Summary("stays as it is")
public record ConstantRate() implements Schedule {
    @Override
    public double factor(long step) {
        return 1;
    }
}
