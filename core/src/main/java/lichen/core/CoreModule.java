package lichen.core;

import com.google.inject.Binder;
import com.google.inject.Module;
import lichen.core.optimizer.Adam;
import lichen.core.optimizer.Averaged;
import lichen.core.optimizer.ConstantRate;
import lichen.core.optimizer.CosineRate;
import lichen.core.optimizer.ExponentialRate;
import lichen.core.optimizer.InverseTimeRate;
import lichen.core.optimizer.Lbfgs;
import lichen.core.optimizer.Optimizer;
import lichen.core.optimizer.Schedule;
import lichen.core.plugin.VariantBinder;

/** The optimisers and schedules that come along. */
public final class CoreModule implements Module {
    @Override
    public void configure(Binder binder) {
        VariantBinder.in(binder)
                .bind(Optimizer.class, "lbfgs", Lbfgs.class)
                .bind(Optimizer.class, "adam", Adam.class)
                .bind(Optimizer.class, "averaged", Averaged.class)
                .bind(Schedule.class, "constant", ConstantRate.class)
                .bind(Schedule.class, "inverse-time", InverseTimeRate.class)
                .bind(Schedule.class, "exponential", ExponentialRate.class)
                .bind(Schedule.class, "cosine", CosineRate.class);
    }
}
