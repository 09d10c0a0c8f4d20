package lichen.io.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a cutting gave.
 *
 * @param plan what was wanted
 * @param patches what was kept
 * @param rejected what was left out
 * @param damaged the photographs that could not be decoded, and why
 */
record Harvest(PatchPlan plan, List<Patch> patches, List<RejectedPatch> rejected, Map<String, String> damaged) {
    /**
     * The notices of the plan, and what was left out.
     *
     * @throws DataSetException if there is nothing to train on
     */
    List<String> notices() throws DataSetException {
        if (!has(Subset.TRAINING)) {
            throw new DataSetException(nothingLeft());
        }
        List<String> notices = new ArrayList<>(plan.notices());
        damaged.forEach((name, reason) -> notices.add("passed over " + name + ": " + reason));
        if (!rejected.isEmpty()) {
            notices.add(rejected.size() + " of " + plan.squares() + " patches left out: " + counts(rejected));
        }
        Set<String> kept = patches.stream().map(Patch::source).collect(Collectors.toSet());
        plan.photographs().stream()
                .filter(photograph -> !kept.contains(photograph.name()) && !damaged.containsKey(photograph.name()))
                .forEach(photograph -> notices.add("no patch of " + photograph.name() + " is left"));
        boolean planned = plan.photographs().stream().anyMatch(photograph -> photograph.subset() == Subset.VALIDATION);
        if (planned && !has(Subset.VALIDATION)) {
            notices.add("nothing to validate with: all patches of the photographs meant for it are left out");
        }
        return notices;
    }

    private boolean has(Subset subset) {
        return patches.stream().anyMatch(patch -> patch.subset() == subset);
    }

    private String nothingLeft() {
        if (rejected.isEmpty()) {
            Map.Entry<String, String> first = damaged.entrySet().iterator().next();
            return "no patch is left to train on: " + damaged.size() + " photographs cannot be read, the first: "
                    + first.getKey() + ": " + first.getValue();
        }
        double contrast =
                rejected.stream().mapToDouble(RejectedPatch::contrast).max().orElse(0);
        double sharpness =
                rejected.stream().mapToDouble(RejectedPatch::sharpness).max().orElse(0);
        return "no patch is left to train on: " + counts(rejected) + ". The highest contrast is "
                + rounded(contrast) + ", the highest sharpness " + rounded(sharpness)
                + ": lower least-contrast or least-sharpness in \"reject\", or give other photographs";
    }

    private static String counts(List<RejectedPatch> rejected) {
        return Stream.of(Fault.values())
                .filter(fault -> count(rejected, fault) > 0)
                .map(fault -> count(rejected, fault) + " " + fault.words())
                .collect(Collectors.joining(", "));
    }

    private static long count(List<RejectedPatch> rejected, Fault fault) {
        return rejected.stream()
                .filter(patch -> patch.fault().equals(fault.words()))
                .count();
    }

    private static String rounded(double value) {
        return String.valueOf(Math.round(value * 1e4) / 1e4);
    }
}
