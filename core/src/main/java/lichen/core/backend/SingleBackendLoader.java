package lichen.core.backend;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Shows ND4J only one of the backends on the class path. ND4J itself would try them in a fixed order, and print a stack
 * trace for each that does not work.
 */
final class SingleBackendLoader extends ClassLoader {
    private static final String SERVICE = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

    private final String marker;

    SingleBackendLoader(String device, ClassLoader parent) {
        super(parent);
        this.marker = device.equals("cuda") ? "nd4j-cuda" : "nd4j-native";
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        Enumeration<URL> all = super.getResources(name);
        if (!name.equals(SERVICE)) {
            return all;
        }
        List<URL> wanted = Collections.list(all).stream()
                .filter(url -> url.toString().contains(marker))
                .collect(Collectors.toList());
        return Collections.enumeration(wanted);
    }
}
