package lichen.io.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import java.util.LinkedHashSet;
import java.util.List;
import lichen.core.plugin.Variant;
import lichen.io.IoModule;
import lichen.io.data.DataSource;
import org.junit.jupiter.api.Test;

class RegistryTest {
    record Typed(String type) implements Studio.DrawingTool {}

    @Test
    void knowsFamiliesAndVariantsByName() {
        Registry registry = Studio.registry();
        assertThat(registry.families()).containsExactly(Studio.DrawingTool.class, Studio.WorkOfArt.class);
        assertThat(registry.names(Studio.DrawingTool.class)).containsExactly("brush", "pen", "sponge");
        assertThat(registry.nameOf(Studio.DrawingTool.class, Studio.Pen.class)).isEqualTo("pen");
        assertThat(Registry.nameOf(Studio.DrawingTool.class)).isEqualTo("drawing-tool");
        assertThat(Registry.nameOf(Studio.WorkOfArt.class)).isEqualTo("work");
        assertThat(registry.variants(Runnable.class)).isEmpty();
    }

    @Test
    void refusesTwoOfOneName() {
        assertThatThrownBy(() -> new Registry(new LinkedHashSet<>(List.of(
                        new Variant(Studio.DrawingTool.class, "pen", Studio.Pen.class),
                        new Variant(Studio.DrawingTool.class, "pen", Studio.Brush.class)))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("two variants of drawing-tool are called \"pen\": lichen.io.json.Studio$Pen and"
                        + " lichen.io.json.Studio$Brush");
    }

    @Test
    void refusesAKeyCalledType() {
        assertThatThrownBy(() -> Studio.registry(new Variant(Studio.DrawingTool.class, "typed", Typed.class)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has a component \"type\"");
    }

    @Test
    void knowsNoMoreThanWhatIsRegistered() {
        assertThat(Guice.createInjector(new IoModule())
                        .getInstance(Registry.class)
                        .families())
                .containsExactly(DataSource.class);
    }
}
