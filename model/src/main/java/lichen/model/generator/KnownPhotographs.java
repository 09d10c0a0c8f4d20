package lichen.model.generator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import lichen.core.check.InvalidValueException;
import lichen.core.check.Require;

/**
 * The photographs that a generator of many has learned from: the vector of each by its name, as the file of the weights keeps them.
 *
 * @param vectors by name, in the order of names
 * @param areDescribed whether vectors describe photographs, so that any photograph has one; otherwise they are choices
 */
public record KnownPhotographs(Map<String, float[]> vectors, boolean areDescribed) {
    private static final String PHOTOGRAPH = "photograph ";
    private static final String DESCRIBED = "photographs-are-described";

    /** Sorts the names. */
    public KnownPhotographs {
        vectors = new TreeMap<>(vectors);
    }

    /** As free texts of a file of weights. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(DESCRIBED, Boolean.toString(areDescribed));
        vectors.forEach((name, vector) -> {
            List<String> numbers = new ArrayList<>();
            for (float number : vector) {
                numbers.add(Float.toString(number));
            }
            texts.put(PHOTOGRAPH + name, String.join(" ", numbers));
        });
        return texts;
    }

    /**
     * Those of the texts of a file.
     *
     * @throws InvalidValueException if a vector is none
     */
    public static KnownPhotographs of(Map<String, String> texts) {
        Map<String, float[]> vectors = new TreeMap<>();
        texts.forEach((key, text) -> {
            if (key.startsWith(PHOTOGRAPH)) {
                vectors.put(key.substring(PHOTOGRAPH.length()), numbers(text));
            }
        });
        return new KnownPhotographs(vectors, Boolean.parseBoolean(texts.getOrDefault(DESCRIBED, "false")));
    }

    private static float[] numbers(String text) {
        String[] words = text.split(" ");
        float[] numbers = new float[words.length];
        try {
            for (int i = 0; i < words.length; i++) {
                numbers[i] = Float.parseFloat(words[i]);
            }
        } catch (NumberFormatException e) {
            throw new InvalidValueException(
                    "photographs", "must have vectors of numbers, but one has " + e.getMessage());
        }
        return numbers;
    }

    /**
     * Between photographs: the mean of their vectors.
     *
     * @param parts vectors, all of one length
     * @param weights of each, not all 0
     */
    public static float[] mixture(List<float[]> parts, double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += Require.notNegative("weight", weight);
        }
        Require.positive("weight", sum);
        double[] mixed = new double[parts.get(0).length];
        for (int k = 0; k < weights.length; k++) {
            for (int i = 0; i < mixed.length; i++) {
                mixed[i] += weights[k] / sum * parts.get(k)[i];
            }
        }
        float[] vector = new float[mixed.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) mixed[i];
        }
        return vector;
    }

    /** One that there is not: somewhere between all photographs, nearer to few of them. */
    public float[] drawn(RandomGenerator random) {
        double[] weights = new double[vectors.size()];
        for (int k = 0; k < weights.length; k++) {
            double exponential = -StrictMath.log(1 - random.nextDouble());
            weights[k] = exponential * exponential * exponential;
        }
        return mixture(List.copyOf(vectors.values()), weights);
    }
}
