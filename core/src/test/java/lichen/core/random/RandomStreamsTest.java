package lichen.core.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RandomStreamsTest {
    private final RandomStreams streams = new RandomStreams(7);

    @Test
    void givesTheSameStreamForTheSameName() {
        assertThat(streams.stream("start").nextLong())
                .isEqualTo(new RandomStreams(7).stream("start").nextLong());
    }

    @Test
    void givesOtherNumbersForAnotherNameOrSeed() {
        long start = streams.stream("start").nextLong();

        assertThat(streams.stream("weights").nextLong()).isNotEqualTo(start);
        assertThat(new RandomStreams(8).stream("start").nextLong()).isNotEqualTo(start);
    }

    @Test
    void givesTheSameNumbersOnEveryMachine() {
        assertThat(streams.stream("start").nextLong()).isEqualTo(-5686327326435315551L);
    }
}
