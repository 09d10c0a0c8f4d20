package lichen.app.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lichen.app.experiment.generator.PhotographDescription;
import lichen.core.image.Image;
import lichen.core.image.Resize;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.core.random.RandomStreams;
import lichen.io.image.ImageCodec;
import lichen.io.json.DidYouMean;
import lichen.model.generator.Generation;
import lichen.model.generator.Generator;
import lichen.model.generator.KnownPhotographs;
import lichen.model.weights.WeightsFile;
import picocli.CommandLine.Option;

/** What a generator is given beside noise, where it is one of many photographs or makes pictures again. */
final class SampleInputs {
    @Option(
            names = "--photograph",
            paramLabel = "<photo[:weight]>",
            converter = Style.Converter.class,
            description =
                    "Of a generator of many photographs: whose texture, by name or by a file; several with weights mix.")
    private List<Style> photographs = List.of();

    @Option(names = "--new", description = "Of a generator of many photographs: textures somewhere between them.")
    private boolean isNew;

    @Option(
            names = "--content",
            paramLabel = "<picture>",
            description = "Of a generator of the type fast-style: the picture to make again, in its extents.")
    private Optional<String> content = Optional.empty();

    /** Gives a generation what it needs for the image of a number. */
    @FunctionalInterface
    interface Giving {
        void give(Generation generation, long number);
    }

    /** The extents that the image must have, if what is given decides them: the content's, as near as the generator's stride allows. */
    Optional<Size> size(Generator generator, ImageCodec images) throws IOException {
        if (!generator.isGivenPicture()) {
            return Optional.empty();
        }
        return Optional.of(generator.nearest(images.size(content(generator))));
    }

    private FileReference content(Generator generator) {
        if (content.isEmpty()) {
            throw new InputException("the generator makes pictures again: name one by --content");
        }
        return Style.fileOf(content.get());
    }

    /**
     * What is to be given.
     *
     * @param file the generator's weights
     * @param size of the images
     * @throws InputException if it does not suit the generator
     */
    Giving giving(Generator generator, FileReference file, Size size, ImageCodec images, long seed) throws IOException {
        if (content.isPresent() && !generator.isGivenPicture()) {
            throw new InputException(
                    "--content: the generator is given no picture; one is that an experiment of the type fast-style has trained");
        }
        if ((isNew || !photographs.isEmpty()) && generator.photograph().isEmpty()) {
            throw new InputException((isNew ? "--new" : "--photograph")
                    + ": the generator is not told of photographs; one is that an experiment of the type conditional-generator"
                    + " has trained");
        }
        if (generator.isGivenPicture()) {
            Image picture = Resize.fit(images.read(content(generator)), size);
            return (generation, number) -> generation.show(List.of(picture));
        }
        if (generator.photograph().isEmpty()) {
            return (generation, number) -> {};
        }
        return photographs(WeightsFile.read(file), images, Generation.samples(seed));
    }

    private Giving photographs(WeightsFile file, ImageCodec images, RandomStreams streams) throws IOException {
        KnownPhotographs known = KnownPhotographs.of(file.metadata());
        if (isNew) {
            return (generation, number) -> generation.mean(0, known.drawn(streams.stream("photograph " + number)));
        }
        if (photographs.isEmpty()) {
            throw new InputException("the generator is of many photographs: choose by --photograph among "
                    + String.join(", ", known.vectors().keySet()) + ", or --new");
        }
        if (photographs.stream().allMatch(photograph -> photograph.weight() == 0)) {
            throw new InputException("--photograph: the weights must not all be 0");
        }
        List<float[]> vectors = new ArrayList<>();
        for (Style photograph : photographs) {
            vectors.add(vector(photograph.name(), file, images));
        }
        float[] mixed = KnownPhotographs.mixture(
                vectors, photographs.stream().mapToDouble(Style::weight).toArray());
        return (generation, number) -> generation.mean(0, mixed);
    }

    private static float[] vector(String name, WeightsFile file, ImageCodec images) throws IOException {
        return PhotographDescription.of(name, file.metadata(), () -> images.read(Style.fileOf(name)))
                .orElseThrow(() -> {
                    List<String> known = List.copyOf(
                            KnownPhotographs.of(file.metadata()).vectors().keySet());
                    return new InputException("--photograph " + name + ": unknown photograph. "
                            + DidYouMean.among(name, known) + " The generator has learned these alone.");
                });
    }
}
