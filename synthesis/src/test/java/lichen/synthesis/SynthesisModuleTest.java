package lichen.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import java.util.Arrays;
import java.util.Set;
import lichen.core.plugin.Summary;
import lichen.core.plugin.Variant;
import org.junit.jupiter.api.Test;

final class SynthesisModuleTest {
    private final Set<Variant> variants =
            Guice.createInjector(new SynthesisModule()).getInstance(Key.get(new TypeLiteral<Set<Variant>>() {}));

    @Test
    void makesObjectivesAndStartsKnown() {
        assertThat(variants)
                .extracting(Variant::name)
                .contains(
                        "total-variation",
                        "uniform-noise",
                        "gaussian-noise",
                        "pink-noise",
                        "mean-colour",
                        "from-image");
    }

    @Test
    void describesEveryVariantAndEachOfItsKeys() {
        for (Variant variant : variants) {
            assertThat(variant.type().isAnnotationPresent(Summary.class))
                    .as(variant.name())
                    .isTrue();
            assertThat(Arrays.stream(variant.type().getRecordComponents()))
                    .as(variant.name())
                    .allMatch(component -> component.isAnnotationPresent(Summary.class));
        }
    }
}
