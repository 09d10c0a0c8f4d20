package lichen.synthesis.filling;

import java.util.random.RandomGenerator;
import lichen.core.image.Image;
import lichen.core.image.Resize;
import lichen.core.image.Size;
import lichen.synthesis.stepwise.StepwiseImage;

/** A hole that is being filled: piece by piece, from its border. */
public final class Fill implements StepwiseImage {
    private final Image photograph;
    private final Hole hole;
    private final Pieces pieces;
    private final Front front;
    private final SquareSearch search;
    private final RandomGenerator random;

    Fill(Filling filling, Image photograph, Hole hole, RandomGenerator random) {
        this.photograph = SmoothFill.of(photograph, hole);
        this.hole = hole;
        this.random = random;
        Size layout = Filling.layout(hole.size());
        pieces = new Pieces(Resize.fit(this.photograph, layout), hole.at(layout));
        front = new Front(pieces, filling.patch());
        search = new SquareSearch(pieces, filling);
    }

    /** How many pixels are missing where pieces are laid out. */
    @Override
    public int steps() {
        return pieces.hole().pixels();
    }

    /** How many of them are laid; a step lays several. */
    @Override
    public int taken() {
        return pieces.laid();
    }

    @Override
    public void step() {
        if (taken() == steps()) {
            throw new IllegalStateException("all " + steps() + " pixels are laid");
        }
        int square = front.next();
        pieces.lay(square, search.choose(square, random), front.side());
    }

    /** The image as far as it is made; what is missing is a blur. */
    @Override
    public Image image() {
        if (taken() < steps()) {
            return pieces.image().size().equals(hole.size()) ? pieces.image() : photograph;
        }
        return new JoinedPieces(photograph, hole, pieces.at(hole)).image();
    }
}
