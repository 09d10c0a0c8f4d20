package lichen.app.experiment.direct;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Workbench;
import lichen.core.check.Require;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.io.image.Depth;
import lichen.io.image.ImageCodec;
import lichen.io.run.RunDirectory;
import lichen.synthesis.diffusion.Diffusion;

/** Makes the maps that go with an image, each beside it in the run. */
final class MaterialMaps {
    private final Map<MaterialMap, Image> maps;
    private final UnaryOperator<Image> laying;

    private MaterialMaps(Map<MaterialMap, Image> maps, UnaryOperator<Image> laying) {
        this.maps = maps;
        this.laying = laying;
    }

    /** No other map. */
    static MaterialMaps none() {
        return new MaterialMaps(Map.of(), map -> map);
    }

    /** Looks at them before they are read: names, extents, and whether they can be taken along. */
    static void inspect(List<MaterialMap> maps, Picture target, boolean mirrored, Inspection inspection) {
        Workbench workbench = inspection.workbench();
        Set<String> names = new HashSet<>();
        for (MaterialMap map : maps) {
            String place = workbench.place(map, "$.with");
            Optional<Size> size = inspection.image(place + ".image", map.image());
            inspection.check(place, () -> {
                Require.that(
                        names.add(map.name()),
                        "name",
                        "must be another than of the maps before, but is \"" + map.name() + "\"");
                Require.that(
                        map.kind() == MaterialMap.Kind.PLAIN || !mirrored,
                        "kind",
                        "must be plain where mirrored is true: normals point elsewhere in a mirror");
                Size photograph = workbench.images().size(target.image());
                Require.that(
                        size.isEmpty() || size.get().equals(photograph),
                        "image",
                        "must have " + photograph + " pixels, as the photograph, but has "
                                + size.map(Size::toString).orElse("none"));
            });
        }
    }

    /** Reads them: of each the part that is seen of the photograph, at its size. */
    static MaterialMaps of(List<MaterialMap> maps, Picture target, Diffusion diffusion, Workbench workbench)
            throws IOException {
        Map<MaterialMap, Image> read = new LinkedHashMap<>();
        for (MaterialMap map : maps) {
            Picture part = new Picture(map.image(), target.crop(), target.size());
            read.put(map, workbench.picture(part, workbench.place(map, "$.with")));
        }
        if (!maps.isEmpty()) {
            workbench.check(
                    "$",
                    () -> Require.that(
                            workbench
                                    .images()
                                    .cutout(target.image())
                                    .transparent()
                                    .isEmpty(),
                            "with",
                            "must be left out of a photograph with transparent pixels: they are filled, and have no place in the maps"));
        }
        return new MaterialMaps(read, diffusion::laid);
    }

    /** Writes them into a run whose image is made. */
    void write(ImageCodec images, RunDirectory run) throws IOException {
        for (Map.Entry<MaterialMap, Image> entry : maps.entrySet()) {
            Image laid = entry.getKey().sound(laying.apply(entry.getValue()));
            images.writePng(laid, run.image(entry.getKey().name()), Depth.keeping(entry.getValue()));
        }
    }

    /** What their files are called. */
    Stream<String> names() {
        return maps.keySet().stream().map(MaterialMap::name);
    }
}
