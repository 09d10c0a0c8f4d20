package lichen.app.experiment.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;

/**
 * Parts of pictures to practise on, others at each step; which they are depends on the step alone.
 *
 * @param pictures each at least as large as a part
 * @param size of a part
 * @param random where parts lie
 */
public record Practice(List<Image> pictures, Size size, RandomStreams random) {
    /** Copies the list. */
    public Practice {
        pictures = List.copyOf(pictures);
    }

    /** As many parts as are asked for. */
    public List<Image> at(long step, int count) {
        RandomGenerator stream = random.stream("step " + step);
        List<Image> parts = new ArrayList<>();
        while (parts.size() < count) {
            parts.add(part(pictures.get(stream.nextInt(pictures.size())), stream));
        }
        return parts;
    }

    /** A part of one picture. */
    public Image part(Image picture, RandomGenerator stream) {
        int x = stream.nextInt(picture.width() - size.width() + 1);
        int y = stream.nextInt(picture.height() - size.height() + 1);
        return picture.crop(new Crop(x, y, size.width(), size.height()));
    }
}
