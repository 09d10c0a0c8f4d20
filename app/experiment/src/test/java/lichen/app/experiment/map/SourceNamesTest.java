package lichen.app.experiment.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceNamesTest {
    @Test
    void leavesOutFolders() {
        assertThat(SourceNames.shortened(List.of("bundled:moss", "/home/me/b.jpg", "c\\d.jpg", "e.jpg", "e.jpg")))
                .isEqualTo(Map.of(
                        "bundled:moss", "moss", "/home/me/b.jpg", "b.jpg", "c\\d.jpg", "d.jpg", "e.jpg", "e.jpg"));
    }

    @Test
    void keepsApartWhatEndsAlike() {
        assertThat(SourceNames.shortened(List.of("a/1.jpg", "b/1.jpg", "b/2.jpg")))
                .isEqualTo(Map.of("a/1.jpg", "a/1.jpg", "b/1.jpg", "b/1.jpg", "b/2.jpg", "2.jpg"));
    }
}
