package lichen.app.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import lichen.app.cli.launcher.Launch.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a checkout, with a stand-in for Maven. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has a launcher of its own, lichen.cmd")
class FirstUseTest {
    private static final String POM =
            "<project>\n<artifactId>lichen-parent</artifactId>\n<version>4.5</version>\n</project>\n";
    private static final String MAVEN = """
            #!/bin/sh
            if [ "$1" = -v ]; then
              echo 'Apache Maven 3.8.7'
              exit 0
            fi
            %s
            """;

    @TempDir
    Path folder;

    private Path checkout;
    private Path built;
    private Launch launch;

    @BeforeEach
    void checkOut() throws IOException {
        checkout = folder.resolve("check out");
        built = checkout.resolve("app/cli/target/lichen-4.5/lib");
        Files.createDirectories(checkout.resolve("core/src/main/java"));
        Files.createDirectories(checkout.resolve("app/cli/src/assembly"));
        Files.createDirectories(checkout.resolve("app/quality/src/main"));
        Files.writeString(checkout.resolve("core/src/main/java/Some.java"), "");
        Files.writeString(checkout.resolve("core/pom.xml"), POM);
        Files.writeString(checkout.resolve("app/cli/pom.xml"), POM);
        Files.writeString(checkout.resolve("pom.xml"), POM);
        Launch.writeProgram(checkout.resolve("lichen"), Files.readString(LauncherTest.SOURCE));
        Launch.writeProgram(folder.resolve("tools/java"), Launch.JAVA);
        Launch.writeProgram(folder.resolve("tools/javac"), "#!/bin/sh\n");
        writeMaven("mkdir -p '" + built + "'");
        launch = new Launch(checkout.resolve("lichen"), folder.resolve("tools"), Map.of());
    }

    private void writeMaven(String work) throws IOException {
        Launch.writeProgram(folder.resolve("tools/mvn"), String.format(Locale.ROOT, MAVEN, work));
    }

    @Test
    void buildsOnceAndThenRuns() throws Exception {
        assertThat(launch.run("list").output())
                .contains("lichen: building", "[list]", "[" + built.toRealPath() + "/*]");
        assertThat(launch.run("list").output()).doesNotContain("building").contains("[list]");
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        launch.run();
        FileTime later = FileTime.from(Instant.now().plusSeconds(60));
        Files.setLastModifiedTime(checkout.resolve("core/src/main/java/Some.java"), later);
        assertThat(launch.run().output()).contains("lichen: building");
    }

    @Test
    void endsWithOneWhenTheBuildFails() throws Exception {
        writeMaven("echo 'no such symbol'; exit 1");
        Outcome outcome = launch.run();
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output())
                .contains("no such symbol", "the build failed")
                .doesNotContain("Main");
        assertThat(Files.exists(checkout.resolve("app/cli/target/building"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }

    @Test
    void asksMavenForPlainText() throws Exception {
        Launch.writeProgram(
                folder.resolve("tools/mvn"),
                "#!/bin/sh\necho \"maven: $MAVEN_OPTS $*\" >&2\necho 'Apache Maven 3.8.7'\n[ \"$1\" = -v ] || mkdir -p '"
                        + built + "'\n");
        assertThat(launch.with("MAVEN_OPTS", "-Xmx1g").run().output())
                .containsPattern("maven: -Xmx1g -Djansi.noreset=true -v\n")
                .containsPattern("maven: -Xmx1g -Djansi.noreset=true .*-Dstyle.color=never");
    }

    @Test
    void distrustsWhatAKilledBuildLeft() throws Exception {
        Files.createDirectories(built);
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Files.createSymbolicLink(checkout.resolve("app/cli/target/building"), Path.of(String.valueOf(ended.pid())));
        assertThat(launch.run().output()).contains("lichen: building", "[lichen.app.cli.Main]");
    }

    @Test
    void refusesAnOldMaven() throws Exception {
        Launch.writeProgram(folder.resolve("tools/mvn"), "#!/bin/sh\necho 'Apache Maven 3.6.3'\n");
        Outcome outcome = launch.run();
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.output().lines()).singleElement().asString().contains("Maven 3.6.3", "3.8.7 or newer");
    }
}
