package lichen.io.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import lichen.core.image.Image;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReadAheadTest {
    private static final long PATIENCE_MILLISECONDS = 10_000;

    @TempDir
    private Path folder;

    private List<Draw> draws = List.of();

    @BeforeEach
    void cut() throws IOException {
        draws = new Epochs(Studio.dataSet(folder, 4), Studio.RANDOM).training(1);
    }

    private DataSet set() throws IOException {
        return DataSet.read(folder.resolve("set"), Studio.CODEC);
    }

    @Test
    void handsOutWhatWasAskedForInOrder() throws IOException {
        try (ReadAhead images = new ReadAhead(set(), draws.iterator(), 5, 3)) {
            for (Draw draw : draws) {
                assertThat(images.hasNext()).isTrue();
                assertThat(images.next().toArray()).isEqualTo(set().read(draw).toArray());
            }
            assertThat(images.hasNext()).isFalse();
            assertThatThrownBy(images::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void isNeverFurtherAheadThanItMay() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        Iterator<Draw> endless = Stream.iterate(0, i -> i + 1)
                .map(i -> {
                    asked.incrementAndGet();
                    return draws.get(i % draws.size());
                })
                .iterator();
        try (ReadAhead images = new ReadAhead(set(), endless, 4, 2)) {
            for (int handedOut = 0; handedOut < 200; handedOut++) {
                assertThat(asked.get() - handedOut).isEqualTo(4);
                images.next();
            }
        }
    }

    @Test
    void failsAtTheImageThatCannotBeReadAndGoesOn() throws IOException {
        DataSet set = set();
        Path gone = set.file(draws.get(2).patch());
        Files.delete(gone);
        try (ReadAhead images = new ReadAhead(set, draws.iterator(), 4, 2)) {
            images.next();
            images.next();
            assertThatThrownBy(images::next).isInstanceOf(IOException.class).hasMessage(gone + ": no such file");
            Image fourth = images.next();
            assertThat(fourth.toArray()).isEqualTo(set.read(draws.get(3)).toArray());
        }
    }

    @Test
    void endsItsThreadsWhenItIsClosed() throws IOException, InterruptedException {
        ReadAhead images = new ReadAhead(set(), draws.iterator(), 8, 3);
        images.next();
        List<Thread> readers = readers();
        assertThat(readers).isNotEmpty().allMatch(Thread::isDaemon);
        images.close();
        for (Thread reader : readers) {
            reader.join(PATIENCE_MILLISECONDS);
            assertThat(reader.isAlive()).isFalse();
        }
        assertThat(images.hasNext()).isFalse();
    }

    private static List<Thread> readers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("read-ahead"))
                .toList();
    }
}
