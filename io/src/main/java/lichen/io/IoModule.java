package lichen.io;

import com.google.inject.Binder;
import com.google.inject.Module;
import lichen.io.image.ImageCodec;

/** What this module offers to the others. */
public final class IoModule implements Module {
    @Override
    public void configure(Binder binder) {
        binder.bind(ImageCodec.class);
    }
}
