package lichen.app.cli.command;

import java.util.ArrayList;
import java.util.List;
import lichen.core.check.InvalidValueException;
import lichen.io.json.Setting;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option {@code -s}, for every command that reads a config: {@code @Mixin SettingOptions}. */
final class SettingOptions {
    @Option(
            names = {"-s", "--set"},
            paramLabel = "<key.path=value>",
            converter = Converter.class,
            description = "Change a key of the config, for example -s optimizer.history=5. May be repeated.")
    private List<Setting> settings = new ArrayList<>();

    /** The settings in the order given. */
    List<Setting> settings() {
        return List.copyOf(settings);
    }

    /** Takes a setting apart. */
    static final class Converter implements ITypeConverter<Setting> {
        @Override
        public Setting convert(String text) {
            try {
                return Setting.parse(text);
            } catch (InvalidValueException e) {
                throw new TypeConversionException(e.reason());
            }
        }
    }
}
