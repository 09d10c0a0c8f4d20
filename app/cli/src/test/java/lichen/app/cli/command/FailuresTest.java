package lichen.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.Callable;
import lichen.core.optimizer.DivergenceException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class FailuresTest {
    @Command(name = "failing")
    private static final class Failing implements Callable<Integer> {
        private final Exception failure;

        @Option(names = Failures.DEBUG)
        private boolean debug;

        Failing(Exception failure) {
            this.failure = failure;
        }

        @Override
        public Integer call() throws Exception {
            throw failure;
        }
    }

    @Test
    void tellsTheUsersInputOnOneLine() {
        assertThat(run(new InputException("no such thing"))).isEqualTo("2 no such thing\n");
        assertThat(run(new IOException("a.png: not an image"))).isEqualTo("2 a.png: not an image\n");
        assertThat(run(new UncheckedIOException(new IOException("b.png: cut off"))))
                .isEqualTo("2 b.png: cut off\n");
        assertThat(run(new NoSuchFileException("c.png"))).isEqualTo("2 c.png: no such file or folder\n");
        assertThat(run(new AccessDeniedException("runs"))).isEqualTo("2 runs: permission denied\n");
        assertThat(run(new DivergenceException("the loss exploded", 1))).isEqualTo("2 the loss exploded\n");
    }

    @Test
    void callsAFaultAFault() {
        assertThat(run(new IllegalStateException("odd")))
                .isEqualTo("1 This is a fault of Lichen: java.lang.IllegalStateException: odd\n"
                        + "Run it again with --debug for the details, and please report them.\n");
    }

    @Test
    void showsTheStackTraceOnRequestOnly() {
        assertThat(run(new IllegalStateException("odd"), "--debug"))
                .contains("\tat lichen.app.cli.command.FailuresTest");
    }

    @Test
    void tellsOfErrorsThatReachNoCommand() {
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(err), new PrintWriter(err, true));
        assertThat(Failures.reportFault(new StackOverflowError("deep"), console, List.of("run", "x.json")))
                .isEqualTo(ExitCode.FAULT);
        assertThat(err.toString()).startsWith("This is a fault of Lichen: java.lang.StackOverflowError: deep");
    }

    @Test
    void tellsTheWayOutWhereTheMemoryDoesNotSuffice() {
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(err), new PrintWriter(err, true));
        assertThat(Failures.reportFault(new OutOfMemoryError("Java heap space"), console, List.of("run", "x.json")))
                .isEqualTo(ExitCode.INPUT);
        assertThat(err.toString().strip())
                .isEqualTo(
                        "The memory does not suffice (Java heap space): make a smaller image (-s size=[256,256]), look at"
                                + " less of the photograph (-s target.crop=[0,0,512,512]) or at a smaller copy of it (-s"
                                + " target.size=[512,512]), or give Java more (LICHEN_JAVA_OPTS=-Xmx8g)");
    }

    private static String run(Exception failure, String... arguments) {
        StringWriter err = new StringWriter();
        Failures failures = new Failures();
        int code = new CommandLine(new Failing(failure))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .execute(arguments);
        return code + " " + err.toString().replace(System.lineSeparator(), "\n");
    }
}
