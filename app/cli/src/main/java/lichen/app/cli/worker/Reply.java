package lichen.app.cli.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import lichen.io.json.Problem;
import lichen.io.run.Status;

/** What a worker says while it makes what it was asked for, and when that has ended: a word and a JSON object on a line. */
public sealed interface Reply {
    /** How far it is. */
    record Progress(long done, long total, String counted) implements Reply {}

    /** Something for the user. */
    record Message(String text) implements Reply {}

    /** It has ended. */
    record End(Status status, String message, double seconds) implements Reply {}

    /** It does not fit: what is wrong, by ways into the experiment that was sent. */
    record Refusal(List<Fault> faults) implements Reply {
        /** Copies the list. */
        public Refusal {
            faults = List.copyOf(faults);
        }

        /** What is wrong with an experiment. */
        public static Refusal of(List<Problem> problems) {
            return new Refusal(problems.stream()
                    .map(problem -> new Fault(problem.path(), problem.message()))
                    .toList());
        }
    }

    /** One thing that is wrong with an experiment. */
    record Fault(String path, String message) {}

    /** The disk is full: nothing can be made before there is room. */
    record NoRoom(String message) implements Reply {}

    /** The line that says it. */
    default String line() throws IOException {
        return getClass().getSimpleName() + " " + new ObjectMapper().writeValueAsString(this);
    }

    /** Reads a line; what is none of a worker's own a library has printed. */
    static Reply of(String line) {
        for (Class<?> kind : Reply.class.getPermittedSubclasses()) {
            if (line.startsWith(kind.getSimpleName() + " {")) {
                try {
                    return (Reply) new ObjectMapper()
                            .readValue(line.substring(kind.getSimpleName().length()), kind);
                } catch (JsonProcessingException e) {
                    return new Message(line);
                }
            }
        }
        return new Message(line);
    }
}
