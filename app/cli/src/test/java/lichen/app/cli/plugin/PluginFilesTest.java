package lichen.app.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lichen.app.cli.PluginJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginFilesTest {
    private static final String WAY_OUT =
            ". Put a jar there, or take it off the class path (LICHEN_CLASSPATH, or the folder plugins).";

    @TempDir
    private Path folder;

    @Test
    void areJarsFoldersOfClassesAndFoldersOfJars() throws IOException {
        Path one = jar("one.jar");
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Path other = jar("plugins/other.jar");
        Path third = jar("plugins/third.JAR");
        Files.writeString(folder.resolve("plugins/.gitignore"), "*");
        assertThat(files("", one, classes, folder.resolve("plugins") + "/*").paths())
                .containsExactly(one, classes, other, third);
        assertThat(PluginFiles.of("").paths()).isEmpty();
    }

    @Test
    void areRefusedAllAtOnceWhereTheyAreMissingOrNoJars() throws IOException {
        Path gone = folder.resolve("gone.jar");
        Path text = Files.writeString(folder.resolve("text.jar"), "Not Found");
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        Path half = Files.writeString(plugins.resolve("half.jar.part"), "");
        Path nested = Files.createDirectory(plugins.resolve("nested"));
        assertThatThrownBy(() -> files(gone, text, plugins + "/*", folder + "/nowhere/*"))
                .isInstanceOf(PluginException.class)
                .hasMessage("The plug-in " + gone + ": there is no such file or folder" + WAY_OUT + "\n"
                        + "The plug-in " + text + ": is no jar that can be read (zip END header not found)" + WAY_OUT
                        + "\n"
                        + "The plug-in " + half + ": is no jar: its name does not end in .jar" + WAY_OUT + "\n"
                        + "The plug-in " + nested + ": is a folder, not a jar" + WAY_OUT + "\n"
                        + "The plug-in " + folder + "/nowhere/*: there is no such folder" + WAY_OUT);
    }

    @Test
    void areKnownByTheirContents() throws IOException {
        jar("plugins/other.jar");
        PluginFiles files = files(jar("one.jar"), folder.resolve("plugins"));
        assertThat(files.hashes()).extracting("name").containsExactly(folder + "/one.jar", folder + "/plugins");
        assertThat(files.hashes()).extracting("sha256").doesNotHaveDuplicates();
    }

    private Path jar(String name) throws IOException {
        Files.createDirectories(folder.resolve("plugins"));
        Path built = PluginJar.registering("moss.Gone").build(folder.resolve("built.jar"));
        return Files.move(built, folder.resolve(name));
    }

    private static PluginFiles files(Object... entries) {
        return PluginFiles.of(Stream.of(entries).map(String::valueOf).collect(Collectors.joining(File.pathSeparator)));
    }
}
