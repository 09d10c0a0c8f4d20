package lichen.io.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How two configs differ in what they say; the order of keys, spaces and the spelling of numbers do not count. */
final class ConfigChanges {
    private ConfigChanges() {}

    /**
     * The differences, one short text each: {@code $.optimizer.history was 10, is 20}.
     *
     * @throws RunException if the stored config is no JSON
     */
    static List<String> between(String stored, String now) throws RunException {
        List<String> changes = new ArrayList<>();
        compare("$", parse(stored), parse(now), changes);
        return changes;
    }

    private static JsonNode parse(String config) throws RunException {
        try {
            return new ObjectMapper().readTree(config);
        } catch (JsonProcessingException e) {
            throw new RunException("config.json of the run is damaged; start again under a new --name", e);
        }
    }

    private static void compare(String path, JsonNode stored, JsonNode now, List<String> changes) {
        if (stored.isObject() && now.isObject()) {
            for (String key : keys(stored, now)) {
                compare(path + "." + key, stored.path(key), now.path(key), changes);
            }
        } else if (stored.isArray() && now.isArray() && stored.size() == now.size()) {
            for (int i = 0; i < stored.size(); i++) {
                compare(path + "[" + i + "]", stored.path(i), now.path(i), changes);
            }
        } else if (!same(stored, now)) {
            changes.add(path + " was " + words(stored) + ", is " + words(now));
        }
    }

    private static boolean same(JsonNode stored, JsonNode now) {
        return stored.isNumber() && now.isNumber()
                ? stored.decimalValue().compareTo(now.decimalValue()) == 0
                : stored.equals(now);
    }

    private static String words(JsonNode node) {
        return node.isMissingNode() ? "absent" : node.toString();
    }

    private static Set<String> keys(JsonNode stored, JsonNode now) {
        Set<String> keys = new LinkedHashSet<>();
        for (Iterator<String> names = stored.fieldNames(); names.hasNext(); ) {
            keys.add(names.next());
        }
        for (Iterator<String> names = now.fieldNames(); names.hasNext(); ) {
            keys.add(names.next());
        }
        return keys;
    }
}
