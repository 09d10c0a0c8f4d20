package lichen.io.webp;

/** Smooths the edges of blocks (RFC 6386, section 15): in place, macroblock by macroblock, once all are decoded. */
final class EdgeFilter {
    private final FilterSettings settings;
    private final MacroblockPlane[] planes;

    /** For a frame; luma first. */
    EdgeFilter(FilterSettings settings, MacroblockPlane... planes) {
        this.settings = settings;
        this.planes = planes;
    }

    /** The limits of one macroblock: at an edge, beside it, and of what counts as a strong contrast. */
    private record Limits(int edge, int interior, int contrast) {
        Limits ofMacroblock() {
            return new Limits(edge + 4, interior, contrast);
        }
    }

    /** Smooths the edges of a macroblock to its left and above it, and those within. */
    void smooth(int column, int row, int level, boolean inner) {
        if (level == 0) {
            return;
        }
        int interior = settings.interior(level);
        Limits limits = new Limits(2 * level + interior, interior, level >= 40 ? 2 : level >= 15 ? 1 : 0);
        int count = settings.simple() ? 1 : planes.length;
        for (int i = 0; i < count; i++) {
            int side = i == 0 ? 16 : 8;
            smooth(planes[i], column * side, row * side, side, limits, inner);
        }
    }

    private void smooth(MacroblockPlane plane, int x, int y, int side, Limits limits, boolean inner) {
        if (x > 0) {
            edge(plane, plane.index(x, y), 1, plane.stride(), side, limits.ofMacroblock(), true);
        }
        for (int i = 4; inner && i < side; i += 4) {
            edge(plane, plane.index(x + i, y), 1, plane.stride(), side, limits, false);
        }
        if (y > 0) {
            edge(plane, plane.index(x, y), plane.stride(), 1, side, limits.ofMacroblock(), true);
        }
        for (int i = 4; inner && i < side; i += 4) {
            edge(plane, plane.index(x, y + i), plane.stride(), 1, side, limits, false);
        }
    }

    /** An edge: {@code across} leads over it, {@code along} goes with it. */
    private void edge(MacroblockPlane plane, int start, int across, int along, int side, Limits limits, boolean wide) {
        for (int i = 0; i < side; i++) {
            int at = start + i * along;
            if (!isWithin(plane, at, across, limits.edge())) {
                continue;
            }
            if (settings.simple()) {
                two(plane, at, across);
            } else if (isCalm(plane, at, across, limits.interior())) {
                if (isStrong(plane, at, across, limits.contrast())) {
                    two(plane, at, across);
                } else if (wide) {
                    six(plane, at, across);
                } else {
                    four(plane, at, across);
                }
            }
        }
    }

    private static boolean isWithin(MacroblockPlane plane, int at, int across, int limit) {
        return 4 * difference(plane, at, at - across) + difference(plane, at + across, at - 2 * across)
                <= 2 * limit + 1;
    }

    private static boolean isCalm(MacroblockPlane plane, int at, int across, int limit) {
        for (int i = 1; i < 4; i++) {
            if (difference(plane, at + i * across, at + (i - 1) * across) > limit
                    || difference(plane, at - (i + 1) * across, at - i * across) > limit) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStrong(MacroblockPlane plane, int at, int across, int limit) {
        return difference(plane, at + across, at) > limit || difference(plane, at - 2 * across, at - across) > limit;
    }

    private static int difference(MacroblockPlane plane, int first, int second) {
        return Math.abs(plane.at(first) - plane.at(second));
    }

    private static void two(MacroblockPlane plane, int at, int across) {
        int step =
                3 * (plane.at(at) - plane.at(at - across)) + clamp(plane.at(at - 2 * across) - plane.at(at + across));
        plane.put(at - across, plane.at(at - across) + (clamp(step + 3) >> 3));
        plane.put(at, plane.at(at) - (clamp(step + 4) >> 3));
    }

    private static void four(MacroblockPlane plane, int at, int across) {
        int step = 3 * (plane.at(at) - plane.at(at - across));
        int back = clamp(step + 4) >> 3;
        int outer = back + 1 >> 1;
        plane.put(at - 2 * across, plane.at(at - 2 * across) + outer);
        plane.put(at - across, plane.at(at - across) + (clamp(step + 3) >> 3));
        plane.put(at, plane.at(at) - back);
        plane.put(at + across, plane.at(at + across) - outer);
    }

    private static void six(MacroblockPlane plane, int at, int across) {
        int step = clamp(
                3 * (plane.at(at) - plane.at(at - across)) + clamp(plane.at(at - 2 * across) - plane.at(at + across)));
        for (int i = 0; i < 3; i++) {
            int share = (27 - 9 * i) * step + 63 >> 7;
            plane.put(at - (i + 1) * across, plane.at(at - (i + 1) * across) + share);
            plane.put(at + i * across, plane.at(at + i * across) - share);
        }
    }

    private static int clamp(int value) {
        return Math.max(-128, Math.min(127, value));
    }
}
