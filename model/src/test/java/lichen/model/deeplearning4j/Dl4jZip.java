package lichen.model.deeplearning4j;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import lichen.core.plugin.FileReference;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;

/** A zip as Deeplearning4j writes it, whose entries can be changed. */
public final class Dl4jZip {
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private Dl4jZip() {}

    /** A zip of a classifier of one convolution with ReLU. */
    public static Dl4jZip ofClassifier() throws IOException {
        return of(Dl4jAgreement.sequence(
                CNN2DFormat.NCHW,
                convolution(),
                new GlobalPoolingLayer.Builder(PoolingType.AVG).name("mean").build(),
                new OutputLayer.Builder()
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .name("classes")
                        .build()));
    }

    /** A zip of a convolution with ReLU, and the largest of every two by two pixels of it. */
    public static Dl4jZip ofPooling() throws IOException {
        return of(Dl4jAgreement.sequence(
                CNN2DFormat.NCHW,
                convolution(),
                new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                        .kernelSize(2, 2)
                        .stride(2, 2)
                        .name("pool")
                        .build()));
    }

    private static ConvolutionLayer convolution() {
        return new ConvolutionLayer.Builder(3, 3)
                .nOut(4)
                .activation(Activation.RELU)
                .name("conv")
                .build();
    }

    static Dl4jZip of(Model network) throws IOException {
        Path file = Files.createTempFile("network", ".zip");
        try {
            ModelSerializer.writeModel(network, file.toFile(), true);
            Dl4jZip zip = new Dl4jZip();
            try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    zip.entries.put(entry.getName(), in.readAllBytes());
                }
            }
            return zip;
        } finally {
            Files.delete(file);
        }
    }

    Dl4jZip with(String entry, byte[] bytes) {
        entries.put(entry, bytes);
        return this;
    }

    Dl4jZip without(String entry) {
        entries.remove(entry);
        return this;
    }

    byte[] entry(String name) {
        return Objects.requireNonNull(entries.get(name));
    }

    Dl4jZip changed(UnaryOperator<String> change) {
        String json = new String(entry("configuration.json"), StandardCharsets.UTF_8);
        return with("configuration.json", change.apply(json).getBytes(StandardCharsets.UTF_8));
    }

    /** Writes it into a folder. */
    public FileReference write(Path folder) throws IOException {
        Path file = folder.resolve("network.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return FileReference.to(file);
    }
}
