package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lichen.app.cli.FreshJvm;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import lichen.app.cli.command.LichenCommand;
import lichen.core.plugin.FileReference;
import lichen.io.run.InputFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;

/** Every command, in languages whose digits and letters trip up programs: the same files, and nothing left behind. */
class AnyMachineTest {
    private static final String TRAINING = """
            {
              "type": "training",
              "seed": 5,
              "data": {"type": "patches", "photographs": ["photo.png", "whole.png"], "side": [16, 20], "size": 16,
                       "validation": 0.5},
              "network": {"type": "fcn", "blocks": [{"filters": 3, "kernel": 3}]},
              "batch": 4,
              "training": {"stop": {"epochs": 2}},
              "output": {"strip": 2}
            }
            """;
    private static final String ATLAS = """
            {
              "type": "filter-atlas",
              "seed": 3,
              "network": {"type": "fcn", "blocks": [{"filters": 3, "kernel": 3}]},
              "layer": "conv1",
              "tile": 16,
              "columns": 2,
              "stop": {"evaluations": 3}
            }
            """;

    private static final String COMPARISON = """
            {
              "type": "comparison",
              "photographs": [{"image": "whole.png", "crop": [0, 0, 48, 48]}],
              "methods": {"blocks": {"type": "quilting", "block": 16, "target": {"image": "whole.png"}}},
              "controls": [],
              "measures": [{"type": "colour"}]
            }
            """;

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void prepare() throws IOException {
        place = Workplace.in(folder);
        place.photograph("whole.png", 96, 80);
        Files.writeString(folder.resolve("training.json"), TRAINING);
        Files.writeString(folder.resolve("atlas.json"), ATLAS);
        Files.writeString(folder.resolve("generator.json"), TextureNetworkExperimentTest.CONFIG);
        Files.writeString(folder.resolve("comparison.json"), COMPARISON);
    }

    @Test
    void commandsLeaveTheSameFilesInEveryLanguageAndNothingInTheTemporaryFolder() throws Exception {
        Map<String, String> english = filesOfAllCommands("en", "US");
        assertThat(english.keySet())
                .contains(
                        "runs/tiny/images/preview-00002.png",
                        "runs/atlas/images/channel-0001.png",
                        "runs/training/images/epoch-00002.png",
                        "runs/training/patches/patches/0001-photo-001.png");
        assertThat(filesOfAllCommands("ar", "EG")).isEqualTo(english);
        assertThat(filesOfAllCommands("tr", "TR")).isEqualTo(english);
    }

    /** The names of all files that the commands make, with what is in them where that is the same every time. */
    private Map<String, String> filesOfAllCommands(String language, String country) throws Exception {
        Path home = Files.createDirectory(folder.resolve(language));
        Path temporary = Files.createDirectory(folder.resolve(language + "-temporary"));
        Path commands = CommandLines.write(folder.resolve(language + ".txt"), commands(home));
        List<String> options = List.of(
                "-Xmx512m",
                "-Duser.language=" + language,
                "-Duser.country=" + country,
                "-Djava.io.tmpdir=" + temporary);
        Outcome outcome = FreshJvm.startMain(CommandLines.class, folder, options, commands.toString())
                .outcome();
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(temporary).isEmptyDirectory();
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(home)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = home.relativize(path).toString().replace('\\', '/');
                boolean isTheSame = name.matches("runs/.*([.]png|config[.]json)|.*[.]npy|schema[.]json");
                files.put(name, isTheSame ? InputFile.of(FileReference.to(path)).sha256() : "");
            }
        }
        return files;
    }

    private List<List<String>> commands(Path home) {
        String photo = folder.resolve("photo.png").toString();
        String whole = folder.resolve("whole.png").toString();
        String config = place.config().toString();
        String runs = home.resolve("runs").toString();
        List<List<String>> commands = List.of(
                List.of("help"),
                List.of("list"),
                List.of("check", config),
                List.of("network", "bundled:fcn512"),
                List.of("run", config, "--runs", runs, "-s", "output.preview-every=2"),
                List.of("run", folder.resolve("training.json").toString(), "--runs", runs),
                List.of("run", folder.resolve("atlas.json").toString(), "--runs", runs),
                List.of("run", folder.resolve("generator.json").toString(), "--runs", runs),
                List.of("sample", runs + "/generator/weights.npz", "--size", "24x16", "-o", runs + "/sample.png"),
                List.of("network", "bundled:fcn512", "--to", runs + "/fcn512.zip"),
                List.of("run", folder.resolve("comparison.json").toString(), "--runs", runs),
                List.of("rescore", runs + "/comparison", "-s", "measures=[{\"type\": \"lbp\"}]"),
                List.of(
                        "probe",
                        config,
                        "--image",
                        photo,
                        "--gradient",
                        home.resolve("g.npy").toString()),
                List.of("measure", photo, "--target", whole, "--crop", "0,0,48,48", "--measures", "colour,seam"),
                List.of(
                        "extract",
                        photo,
                        "--size",
                        "48",
                        "-o",
                        home.resolve("o.png").toString(),
                        "--seconds",
                        "0.1"),
                List.of(
                        "stylize",
                        whole,
                        "--style",
                        photo,
                        "--size",
                        "58",
                        "-o",
                        home.resolve("s.png").toString(),
                        "--seconds",
                        "0.1"),
                List.of(
                        "fill",
                        photo,
                        "--size",
                        "56x52",
                        "--patch",
                        "7",
                        "-o",
                        home.resolve("f.png").toString()),
                List.of("schema", "--output", home.resolve("schema.json").toString()),
                List.of("completion"),
                List.of("doctor"));
        assertThat(commands).extracting(words -> words.get(0)).containsAll(names());
        return commands;
    }

    /** What users type. */
    private static List<String> names() {
        return Stream.of(LichenCommand.class.getAnnotation(Command.class).subcommands())
                .map(type -> type.getAnnotation(Command.class))
                .filter(command -> !command.hidden())
                .map(Command::name)
                .toList();
    }
}
