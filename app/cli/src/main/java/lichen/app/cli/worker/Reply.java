package lichen.app.cli.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lichen.app.experiment.Made;
import lichen.app.experiment.Session;
import lichen.app.experiment.ThisProcess;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.Workbench;
import lichen.io.file.FullDiskException;
import lichen.io.json.ConfigException;
import lichen.io.json.Problem;
import lichen.io.run.Status;
import org.jspecify.annotations.Nullable;

/** What a worker says while it makes what it was asked for, and when that has ended: a word and a JSON object on a line. */
public sealed interface Reply {
    /** How far it is. */
    record Progress(long done, long total, String counted) implements Reply {}

    /** Something for the user. */
    record Message(String text) implements Reply {}

    /** The last of an order. */
    sealed interface Ending extends Reply {
        /**
         * What has come of a part, for the run that it belongs to.
         *
         * @param part as the run's process knows it
         * @param session its folder there
         * @throws IOException if nothing can be made before something has changed
         */
        Made made(Workbench part, Session session) throws IOException;
    }

    /** It has ended. */
    record End(
            Status status,
            String message,
            double seconds,
            @Nullable Double mebibytes) implements Ending {
        static End of(Made made) {
            return new End(
                    made.verdict().status(),
                    made.verdict().message(),
                    made.seconds(),
                    made.mebibytes().orElse(null));
        }

        @Override
        public Made made(Workbench part, Session session) {
            Verdict verdict = switch (status) {
                case DONE -> Verdict.done(message, session.run().folder());
                case PARTIAL -> Verdict.partial(message, session.run().folder());
                case INTERRUPTED, RUNNING -> Verdict.interrupted(message);
                case FAILED -> Verdict.failed(message);
            };
            return new Made(verdict, seconds, Optional.ofNullable(mebibytes));
        }
    }

    /** It does not fit: what is wrong, by ways into the experiment that was sent. */
    record Refusal(List<Fault> faults) implements Ending {
        /** Copies the list. */
        public Refusal {
            faults = List.copyOf(faults);
        }

        /** What is wrong with an experiment. */
        static Refusal of(List<Problem> problems) {
            return new Refusal(problems.stream()
                    .map(problem -> new Fault(problem.path(), problem.message()))
                    .toList());
        }

        @Override
        public Made made(Workbench part, Session session) {
            ConfigException told = new ConfigException(faults.stream()
                    .map(fault -> part.config().problemAt(fault.path(), fault.message()))
                    .toList());
            return Made.atOnce(ThisProcess.failed(told));
        }
    }

    /** One thing that is wrong with an experiment. */
    record Fault(String path, String message) {}

    /** The disk is full: nothing can be made before there is room. */
    record NoRoom(String message) implements Ending {
        @Override
        public Made made(Workbench part, Session session) throws IOException {
            throw new FullDiskException(message);
        }
    }

    /** The line that says it. */
    default String line() throws IOException {
        return getClass().getSimpleName() + " " + new ObjectMapper().writeValueAsString(this);
    }

    /** Reads a line; what is none of a worker's own a library has printed. */
    static Reply of(String line) {
        return Stream.of(Progress.class, Message.class, End.class, Refusal.class, NoRoom.class)
                .filter(kind -> line.startsWith(kind.getSimpleName() + " {"))
                .findFirst()
                .<Reply>map(kind -> read(kind, line))
                .orElseGet(() -> new Message(line));
    }

    private static Reply read(Class<? extends Reply> kind, String line) {
        try {
            return new ObjectMapper()
                    .readValue(line.substring(kind.getSimpleName().length()), kind);
        } catch (JsonProcessingException e) {
            return new Message(line);
        }
    }
}
