package lichen.app.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SaveTimerTest {
    private long now = -5;

    @Test
    void isDueWhenTheTimeHasPassedSinceTheLastState() {
        SaveTimer timer = new SaveTimer(30, () -> now);
        now += 29_999_999_999L;
        assertThat(timer.isDue()).isFalse();
        now += 1;
        assertThat(timer.isDue()).isTrue();
        now += 7_000_000_000L;
        timer.restart();
        assertThat(timer.isDue()).isFalse();
        now += 30_000_000_000L;
        assertThat(timer.isDue()).isTrue();
    }

    @Test
    void isNeverDueWhereNothingIsToBeSaved() {
        SaveTimer timer = new SaveTimer(0, () -> now);
        now = Long.MAX_VALUE / 2;
        assertThat(timer.isDue()).isFalse();
    }

    @Test
    void isDueAfterEveryEvaluationWhereTheTimeIsTiny() {
        SaveTimer timer = new SaveTimer(1e-9, () -> now);
        now++;
        assertThat(timer.isDue()).isTrue();
    }
}
