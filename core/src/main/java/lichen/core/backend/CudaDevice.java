package lichen.core.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out, without loading anything native, whether a graphics processor can be used. */
final class CudaDevice {
    private static final String BACKEND = "org/nd4j/linalg/jcublas/JCublasBackend.class";
    private static final Path LINUX_DEVICES = Path.of("/proc/driver/nvidia/gpus");
    private static final Path LINUX_FIRST_DEVICE = Path.of("/dev/nvidia0");
    private static final List<String> LINUX_LIBRARIES = List.of("libcublas.so.11", "libcusolver.so.11");
    private static final List<String> LINUX_FOLDERS = List.of(
            "/usr/local/cuda-11.6/lib64",
            "/usr/local/cuda/lib64",
            "/usr/lib/x86_64-linux-gnu",
            "/usr/lib64",
            "/usr/lib");

    private CudaDevice() {}

    /** Why no graphics processor can be used, as a sentence; empty if one can. */
    static Optional<String> obstacle() {
        if (CudaDevice.class.getClassLoader().getResource(BACKEND) == null) {
            return Optional.of("this build of Lichen has no CUDA library; build it with `mvn -Pcuda package`.");
        }
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.empty();
        }
        if (!hasEntries(LINUX_DEVICES) && !Files.exists(LINUX_FIRST_DEVICE)) {
            return Optional.of("no NVIDIA device or driver was found.");
        }
        return ComputeCapability.ofFirstCard()
                .flatMap(ComputeCapability::obstacle)
                .or(CudaDevice::missingLibrary);
    }

    private static Optional<String> missingLibrary() {
        return LINUX_LIBRARIES.stream()
                .filter(library -> !isInstalled(library))
                .findFirst()
                .map(library -> "the CUDA 11.6 library " + library + " is not installed.");
    }

    private static boolean hasEntries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isInstalled(String library) {
        List<String> folders = new ArrayList<>(LINUX_FOLDERS);
        String path = System.getenv("LD_LIBRARY_PATH");
        if (path != null) {
            folders.addAll(List.of(path.split(":")));
        }
        return folders.stream()
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.exists(Path.of(folder, library)));
    }
}
