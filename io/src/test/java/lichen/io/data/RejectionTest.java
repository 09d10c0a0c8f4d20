package lichen.io.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RejectionTest {
    private final Rejection rejection = new Rejection(0.01, 0.05);

    @Test
    void keepsWhatReachesBothThresholds() {
        assertThat(rejection.judge(new Appearance(0.01, 0.05))).isEmpty();
    }

    @Test
    void callsLowContrastBlankWhateverItsSharpness() {
        assertThat(rejection.judge(new Appearance(0.0099, 15))).contains(Fault.BLANK);
        assertThat(rejection.judge(new Appearance(0, 0))).contains(Fault.BLANK);
    }

    @Test
    void callsLowSharpnessOutOfFocus() {
        assertThat(rejection.judge(new Appearance(0.2, 0.0499))).contains(Fault.OUT_OF_FOCUS);
    }

    @Test
    void keepsEverythingAtZero() {
        assertThat(Studio.KEEP.judge(new Appearance(0, 0))).isEmpty();
    }
}
