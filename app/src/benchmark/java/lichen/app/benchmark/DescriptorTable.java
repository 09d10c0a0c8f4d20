package lichen.app.benchmark;

import com.google.inject.Injector;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lichen.app.Wiring;
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
                    Race.Result result = Race.run(List.of(network::alone, () -> network.describe(descriptor)), rounds);
                    double own = result.milliseconds().get(0);
                    double time = result.milliseconds().get(1);
                    System.out.printf(
                            Locale.ROOT,
                            "| %d | %s | %s | %d | %.0f | %.2f |%n",
                            side,
                            String.join(" ", layers),
                            variant.name(),
                            network.numbers(descriptor),
                            time,
                            time / own);
                }
            }
        }
    }
}
