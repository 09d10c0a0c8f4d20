package lichen.app.spark;

import java.io.IOException;
import org.apache.spark.api.java.function.Function;

/** What an executor does. */
final class Errand implements Function<Parcel, Delivery> {
    private static final long serialVersionUID = 1L;

    @Override
    public Delivery call(Parcel parcel) throws IOException {
        return Outpost.open(parcel).make(parcel);
    }
}
