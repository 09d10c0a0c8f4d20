package lichen.app.cli.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import lichen.io.run.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplyTest {
    static List<Reply> replies() {
        return List.of(
                new Reply.Progress(3, 40, "evaluations"),
                new Reply.Message("two\nlines, \"quoted\""),
                new Reply.End(Status.DONE, "made", 1.5, 300.0),
                new Reply.Refusal(List.of(new Reply.Fault("$.block", "must be at most 36."))),
                new Reply.NoRoom("no space is left"));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void isReadFromItsLine(Reply reply) throws IOException {
        assertThat(reply.line()).doesNotContain("\n");
        assertThat(Reply.of(reply.line())).isEqualTo(reply);
    }

    @Test
    void ofALibraryIsAMessage() {
        assertThat(Reply.of("Progress {half")).isEqualTo(new Reply.Message("Progress {half"));
        assertThat(Reply.of("oneDNN: something")).isEqualTo(new Reply.Message("oneDNN: something"));
    }
}
