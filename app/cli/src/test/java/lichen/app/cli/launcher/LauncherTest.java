package lichen.app.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lichen.app.cli.PluginJar;
import lichen.app.cli.launcher.Launch.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a distribution that stands alone. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has a launcher of its own, lichen.cmd")
class LauncherTest {
    static final Path SOURCE = Path.of("..", "..", "lichen").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private Path home;
    private Launch launch;

    @BeforeEach
    void unpack() throws IOException {
        home = folder.resolve("a folder").resolve("lichen-1.0");
        Files.createDirectories(home.resolve("lib"));
        Launch.writeProgram(home.resolve("bin/lichen"), Files.readString(SOURCE));
        Launch.writeProgram(folder.resolve("tools/java"), Launch.JAVA);
        launch = new Launch(home.resolve("bin/lichen"), folder.resolve("tools"), Map.of());
    }

    @Test
    void passesArgumentsOnAsTheyAre() throws Exception {
        assertThat(launch.run("run", "a b", "", "it's \"*\"").output())
                .contains("[lichen.app.cli.Main]\n[run]\n[a b]\n[]\n[it's \"*\"]\n");
    }

    @Test
    void becomesTheProgramSoThatSignalsReachItAndItsExitCodeIsPassedOn() throws Exception {
        Outcome outcome = launch.run();
        assertThat(outcome.number("process=")).isEqualTo(outcome.process());
        assertThat(outcome.exitCode()).isEqualTo(7);
    }

    @Test
    void findsItsJarsThroughSymbolicLinks() throws Exception {
        Path absolute = Files.createSymbolicLink(folder.resolve("first"), home.resolve("bin/lichen"));
        Path relative = Files.createSymbolicLink(folder.resolve("second"), absolute.getFileName());
        assertThat(launch.from(relative).run().output()).contains("[" + home.toRealPath() + "/lib/*]");
    }

    @Test
    void dividesTheMemoryOfTheMachine() throws Exception {
        Outcome outcome = launch.run();
        long heap = outcome.number("[-Xmx");
        assertThat(heap).isGreaterThanOrEqualTo(64);
        assertThat(outcome.number("[-Dorg.bytedeco.javacpp.maxbytes=")).isBetween(2 * heap, 2 * heap + 2);
        assertThat(outcome.number("[-Dorg.bytedeco.javacpp.maxphysicalbytes=")).isBetween(3 * heap, 4 * heap);
    }

    @Test
    void letsTheHeapGrowOnlyAsFarAsTheJobNeeds() throws Exception {
        assertThat(launch.run().output())
                .contains("[-XX:+UseSerialGC]\n[-XX:MinHeapFreeRatio=10]\n[-XX:MaxHeapFreeRatio=30]\n");
    }

    @Test
    void takesOneThreadForEachCoreUnlessTold() throws Exception {
        int processors = Runtime.getRuntime().availableProcessors();
        assertThat(launch.run().number("threads=")).isBetween(1L, (long) processors);
        assertThat(launch.with("OMP_NUM_THREADS", "3").run().number("threads=")).isEqualTo(3);
    }

    @Test
    void setsTheAllocatorUnlessTold() throws Exception {
        assertThat(launch.run().number("threshold=")).isEqualTo(131_072);
        assertThat(launch.with("MALLOC_MMAP_THRESHOLD_", "5").run().number("threshold="))
                .isEqualTo(5);
    }

    @Test
    void keepsWaitingThreadsFromOccupyingCoresUnlessTold() throws Exception {
        assertThat(launch.run().number("spins=")).isEqualTo(10_000);
        assertThat(launch.with("GOMP_SPINCOUNT", "7").run().number("spins=")).isEqualTo(7);
    }

    @Test
    void addsPluginsAndJavaOptions() throws Exception {
        Files.createDirectories(home.resolve("plugins"));
        Outcome outcome = launch.with("LICHEN_CLASSPATH", "/x/own.jar")
                .with("LICHEN_JAVA_OPTS", "-Done=1 -Dtwo=2")
                .run();
        assertThat(outcome.output()).contains("/lib/*:" + home.toRealPath() + "/plugins/*:/x/own.jar]");
        assertThat(outcome.output()).contains("[-Done=1]\n[-Dtwo=2]\n");
        assertThat(outcome.output()).contains("[-Dlichen.plugins=:" + home.toRealPath() + "/plugins/*:/x/own.jar]");
    }

    /** They change no result: what is counted as a plug-in goes into keys. */
    @Test
    void addsEnginesButNotAsPlugins() throws Exception {
        Outcome outcome = launch.with("LICHEN_CLASSPATH", "/x/own.jar")
                .with("LICHEN_ENGINES", "/x/engine.jar::/spark/jars/*")
                .run();
        assertThat(outcome.output()).contains("/lib/*:/x/own.jar:/x/engine.jar:/spark/jars/*]");
        assertThat(outcome.output()).contains("[-Dlichen.plugins=:/x/own.jar]");
    }

    @Test
    void takesNoEmptyEntryForTheCurrentFolder() throws Exception {
        assertThat(launch.with("LICHEN_CLASSPATH", ":/x/own.jar::/x/other.jar:")
                        .run()
                        .output())
                .contains("/lib/*:/x/own.jar:/x/other.jar]");
        assertThat(launch.with("LICHEN_CLASSPATH", ":").run().output()).contains("/lib/*]");
    }

    @Test
    void worksWithNamesThatAreNotAsciiWhereTheLocaleIs() throws Exception {
        PluginJar.registering("none")
                .source(
                        "lichen.app.cli.Main",
                        "package lichen.app.cli; public class Main { public static void main(String[] names) {"
                                + " System.out.print(java.nio.file.Files.exists(java.nio.file.Path.of(names[0])) + \" \""
                                + " + java.util.Arrays.equals(names[0].codePoints().toArray(), new int[] {'g', 252, 'n'})); } }")
                .build(home.resolve("lib/program.jar"));
        Path script = folder.resolve("start");
        Launch.writeProgram(script, """
                #!/bin/sh
                home=$(dirname "$1")/$(printf 'm\\303\\274ller')
                file=$(printf 'g\\303\\274n')
                mv "$1" "$home" && cd "$home" && touch "$file" && exec bin/lichen "$file"
                """);
        Launch real = new Launch(script, Path.of(System.getProperty("java.home", ""), "bin"), Map.of("LC_ALL", "C"));
        assertThat(real.run(home.toString()).output()).isEqualTo("true true");
    }

    @Test
    void unpacksNativeCodeInTheCacheOfTheUser() throws Exception {
        assertThat(launch.with("XDG_CACHE_HOME", "/x/cache").run().output())
                .contains("[-Dorg.bytedeco.javacpp.cachedir=/x/cache/lichen/javacpp]");
    }

    @Test
    void refusesAnOldJava() throws Exception {
        Launch.writeProgram(folder.resolve("tools/java"), "#!/bin/sh\necho 'java version \"1.8.0_292\"' >&2\n");
        Outcome outcome = launch.run();
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.output().lines()).singleElement().asString().contains("Java 1", "17 or newer");
    }

    @Test
    void refusesAFalseJavaHome() throws Exception {
        Outcome outcome = launch.with("JAVA_HOME", "/nowhere").run();
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.output().lines()).singleElement().asString().contains("JAVA_HOME is /nowhere");
    }
}
