package lichen.io.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lichen.core.plugin.FileReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {
    /** The test vector of FIPS 180-2, appendix B.1. */
    private static final String SHA_256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void countsAndHashesTheContents(@TempDir Path folder) throws IOException {
        FileReference file = FileReference.to(Files.writeString(folder.resolve("abc.txt"), "abc"));
        assertThat(InputFile.of(file)).isEqualTo(new InputFile(file.name(), 3, SHA_256_OF_ABC));
    }

    @Test
    void hashesAFolderByTheNamesAndContentsOfItsFiles(@TempDir Path folder) throws IOException {
        Path classes = folder.resolve("classes");
        Path file = Files.writeString(
                Files.createDirectories(classes.resolve("moss")).resolve("Moss.class"), "abc");
        InputFile before = InputFile.ofFolder(classes);
        assertThat(before.bytes()).isEqualTo(3);
        assertThat(InputFile.ofFolder(classes)).isEqualTo(before);
        Files.writeString(file, "abd");
        assertThat(InputFile.ofFolder(classes).sha256()).isNotEqualTo(before.sha256());
        Files.writeString(file, "abc");
        Files.move(file, file.resolveSibling("Mos.class"));
        assertThat(InputFile.ofFolder(classes).sha256()).isNotEqualTo(before.sha256());
    }
}
