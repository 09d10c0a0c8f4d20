package lichen.app.experiment.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Surroundings;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.FolderReference;
import lichen.io.json.ConfigWriter;
import lichen.io.json.Registry;
import lichen.io.run.InputFile;

/**
 * Says what the result of an experiment depends on in one hash: SHA-256 of its config with all defaults filled in, where each
 * file stands by its contents, wherever it lies, and of what it runs in. Each file is read once.
 */
public final class TrialKeys {
    private final ConfigWriter writer;
    private final Surroundings surroundings;
    private final Map<Object, String> contents = new HashMap<>();

    /** Keys of what is made in such surroundings. */
    public TrialKeys(Registry registry, Surroundings surroundings) {
        this.writer = ConfigWriter.naming(registry, new Contents());
        this.surroundings = surroundings;
    }

    /** Names files by what is in them. */
    private final class Contents implements ConfigWriter.Naming {
        @Override
        public String file(FileReference file) throws IOException {
            if (!contents.containsKey(file)) {
                contents.put(file, InputFile.of(file).sha256());
            }
            return Objects.requireNonNull(contents.get(file));
        }

        @Override
        public String folder(FolderReference folder) throws IOException {
            if (!contents.containsKey(folder)) {
                contents.put(folder, InputFile.ofFolder(folder.path()).sha256());
            }
            return Objects.requireNonNull(contents.get(folder));
        }
    }

    /**
     * The key, 64 hexadecimal digits.
     *
     * @throws IOException if a file that it names cannot be read
     */
    public String of(Experiment experiment) throws IOException {
        Class<?> type = experiment.getClass();
        try {
            String text = String.join(
                    "\n",
                    type.getName(),
                    writer.write((Record) experiment, type),
                    surroundings.version(),
                    surroundings.device(),
                    String.join(" ", surroundings.plugins()));
            return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNullElseGet(e.getCause(), () -> new IOException(e));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
