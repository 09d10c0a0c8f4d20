package lichen.app.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the compiler does not keep. */
final class SourcesTest {
    private static final int MOST_LINES = 400;

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "src/test/java"})
    void areFilesThatOneCanRead(String folder) {
        assertThat(Repository.javaFiles(folder))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Repository.text(file).lines().count())
                        .as("lines of %s", file)
                        .isLessThanOrEqualTo(MOST_LINES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "src/test/java"})
    void areInPackagesThatSayWhatTheyAreForAndKnowNoNull(String folder) {
        List<Path> packages = Repository.javaFiles(folder).stream()
                .map(file -> Objects.requireNonNull(file.getParent()))
                .distinct()
                .toList();
        assertThat(packages).isNotEmpty().allSatisfy(SourcesTest::requireDescription);
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "src/test/java"})
    void nameWhatTheyImport(String folder) {
        assertThat(Repository.javaFiles(folder))
                .allSatisfy(file -> assertThat(Repository.text(file).lines())
                        .as("imports of %s", file)
                        .noneMatch(line -> line.startsWith("import ") && line.endsWith(".*;")));
    }

    @Test
    void haveNamesThatNoOtherHas() {
        assertThat(Repository.javaFiles("src/main/java"))
                .extracting(file -> String.valueOf(file.getFileName()))
                .filteredOn(name -> !name.equals("package-info.java"))
                .doesNotHaveDuplicates();
    }

    private static void requireDescription(Path folder) {
        Path description = folder.resolve("package-info.java");
        assertThat(Files.exists(description))
                .as("package-info.java in %s", folder)
                .isTrue();
        assertThat(Repository.text(description)).startsWith("/**").contains("\n@NullMarked\npackage lichen.");
    }
}
