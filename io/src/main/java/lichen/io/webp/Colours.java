package lichen.io.webp;

/** From luma and colour differences of half the size to red, green and blue, as libwebp does it. */
final class Colours {
    private final MacroblockPlane luma;
    private final MacroblockPlane blue;
    private final MacroblockPlane red;
    private final int width;
    private final int height;

    Colours(MacroblockPlane luma, MacroblockPlane blue, MacroblockPlane red, int width, int height) {
        this.luma = luma;
        this.blue = blue;
        this.red = red;
        this.width = width;
        this.height = height;
    }

    /** All levels, {@code [H][W][3]} flattened. */
    byte[] rgb() {
        byte[] rgb = new byte[3 * width * height];
        int next = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int light = luma.get(x, y) * 19_077 >> 8;
                int u = between(blue, x, y);
                int v = between(red, x, y);
                rgb[next++] = level(light + (v * 26_149 >> 8) - 14_234);
                rgb[next++] = level(light - (u * 6_419 >> 8) - (v * 13_320 >> 8) + 8_708);
                rgb[next++] = level(light + (u * 33_050 >> 8) - 17_685);
            }
        }
        return rgb;
    }

    /** A level between the four nearest, which weigh 9, 3, 3 and 1; libwebp's way of rounding. */
    private int between(MacroblockPlane plane, int x, int y) {
        int column = x / 2;
        int row = y / 2;
        int further = Math.max(0, Math.min((height - 1) / 2, y % 2 == 0 ? row - 1 : row + 1));
        int beside = x % 2 == 0 ? column - 1 : column + 1;
        int near = plane.get(column, row);
        int below = plane.get(column, further);
        if (beside < 0 || beside > (width - 1) / 2) {
            return 3 * near + below + 2 >> 2;
        }
        int next = plane.get(beside, row);
        int across = plane.get(beside, further);
        return (near + next + below + across + 8 + 2 * (next + below) >> 3) + near >> 1;
    }

    private static byte level(int value) {
        return (byte) Math.max(0, Math.min(255, value >> 6));
    }
}
