package lichen.app.cli.benchmark;

import com.google.inject.Injector;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lichen.app.cli.Wiring;
import lichen.core.check.InvalidValueException;
import lichen.core.plugin.Variant;
import lichen.descriptor.Descriptor;
import lichen.io.json.ConfigReader;
import lichen.io.json.ConfigText;
import lichen.io.json.Registry;

/** Times every descriptor that is registered, with its defaults, and prints a table in Markdown. */
final class DescriptorTable {
    private DescriptorTable() {}

    /**
     * Prints it. Each descriptor takes turns with the network, so that a noisy machine disturbs both alike.
     *
     * @param layers that are described
     */
    static void print(List<Integer> sides, List<String> layers, int rounds) {
        Injector injector = Wiring.injector();
        ConfigReader reader = injector.getInstance(ConfigReader.class);
        System.out.println("| side | layers | descriptor | numbers | ms per evaluation | times the network's |");
        System.out.println("|---|---|---|---|---|---|");
        for (int side : sides) {
            try (DescribedNetwork network = DescribedNetwork.open(side, layers)) {
                for (Variant variant : injector.getInstance(Registry.class).variants(Descriptor.class)) {
                    String json = "{\"type\": \"" + variant.name() + "\"}";
                    ConfigText text = new ConfigText(variant.name(), Path.of(""), json);
                    Descriptor descriptor =
                            reader.read(text, List.of(), Descriptor.class).value();
                    System.out.println("| " + side + " | " + String.join(" ", layers) + " | " + variant.name() + " | "
                            + numbers(network, descriptor, rounds) + " |");
                }
            }
        }
    }

    /** The last three columns; a descriptor may refuse layers of so many channels. */
    private static String numbers(DescribedNetwork network, Descriptor descriptor, int rounds) {
        try {
            Race.Result result = Race.run(List.of(network::alone, () -> network.describe(descriptor)), rounds);
            double own = result.milliseconds().get(0);
            double time = result.milliseconds().get(1);
            return String.format(Locale.ROOT, "%d | %.0f | %.2f", network.numbers(descriptor), time, time / own);
        } catch (InvalidValueException e) {
            return "refused: " + e.getMessage() + " | - | -";
        }
    }
}
