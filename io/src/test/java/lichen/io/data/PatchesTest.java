package lichen.io.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lichen.core.check.InvalidValueException;
import lichen.core.image.SideRange;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.FolderReference;
import lichen.io.image.ImageFiles;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatchesTest extends DataSourceContract {
    @TempDir
    private Path photographs;

    @Override
    protected DataSource source(Path folder) {
        return Studio.sized(folder, new SideRange(20, 50), 24);
    }

    @Test
    void findsPhotographsAtAnyDepthInTheOrderOfTheirPathsAndNoHiddenOnes() throws IOException {
        add("z.png", 40, 40);
        add("deep/er/b.png", 40, 41);
        add("deep/a.png", 40, 42);
        add(".hidden.png", 40, 43);
        add(".trash/c.png", 40, 44);
        assertThat(names(plan(new SideRange(20, 30)))).containsExactly("deep/a.png", "deep/er/b.png", "z.png");
    }

    @Test
    void takesPhotographsByNameAfterThoseOfTheFolder() throws IOException {
        add("in/a.png", 40, 40);
        Path beside = add("beside/a.png", 41, 40);
        Patches patches = listed(Optional.of(photographs.resolve("in")), beside);
        assertThat(names(patches.plan(Studio.CODEC, Studio.RANDOM))).containsExactly("a.png", beside.toString());
    }

    @Test
    void passesOverWhatIsNoPhotographAndSaysWhy() throws IOException {
        add("a.png", 40, 40);
        Path text = Files.writeString(photographs.resolve("b.txt"), "hello");
        Path huge = Files.write(photographs.resolve("c.png"), ImageFiles.pngHeader(60_000, 60_000));
        PatchPlan plan = plan(new SideRange(20, 30));
        assertThat(names(plan)).containsExactly("a.png");
        assertThat(plan.notices())
                .hasSize(3)
                .contains("passed over " + text + ": not an image; use a PNG, JPEG, TIFF or WebP file")
                .anyMatch(line -> line.startsWith("passed over " + huge + ": declares 60000 x 60000 pixels; the most"));
    }

    @Test
    void tellsOfAllFilesThatAreNoImagesInOneLine() throws IOException {
        add("a.png", 40, 40);
        for (String name : List.of("a.json", "b.txt", "c.xmp", "d.txt", "e.txt")) {
            Files.writeString(photographs.resolve(name), "hello");
        }
        assertThat(plan(new SideRange(20, 30)).notices())
                .contains(
                        "passed over 5 files (a.json, b.txt, c.xmp and 2 more): not an image; use a PNG, JPEG, TIFF or"
                                + " WebP file")
                .filteredOn(notice -> notice.contains("not an image"))
                .hasSize(1);
    }

    @Test
    void refusesAPhotographGivenByNameThatCannotBeRead() throws IOException {
        add("a.png", 40, 40);
        Path missing = photographs.resolve("missing.png");
        assertThatThrownBy(() -> listed(Optional.of(photographs), missing).plan(Studio.CODEC, Studio.RANDOM))
                .isInstanceOf(IOException.class)
                .hasMessage(missing + ": no such file");
    }

    @Test
    void passesOverPhotographsThatAreThereTwice() throws IOException {
        Path first = add("a.png", 40, 40);
        Files.copy(first, photographs.resolve("b.png"));
        PatchPlan plan = plan(new SideRange(20, 30));
        assertThat(names(plan)).containsExactly("a.png");
        assertThat(plan.notices()).contains("passed over b.png: the same photograph as a.png");
    }

    @Test
    void drawsASideFromTheRangeAsFarAsThePhotographReaches() throws IOException {
        for (int i = 0; i < 20; i++) {
            add("wide" + i + ".png", 100 + i, 25);
            add("large" + i + ".png", 100 + i, 100);
        }
        List<SourcePhotograph> planned = plan(new SideRange(20, 60)).photographs();
        assertThat(planned)
                .allSatisfy(photograph -> assertThat(photograph.side())
                        .isBetween(20, Math.min(60, photograph.extents().height())));
        assertThat(planned.stream().map(SourcePhotograph::side).distinct()).hasSizeGreaterThan(10);
    }

    @Test
    void keepsTheSideOfAPhotographWhenOthersJoinIt() throws IOException {
        add("b.png", 100, 100);
        int alone = plan(new SideRange(20, 100)).photographs().get(0).side();
        add("a.png", 101, 100);
        assertThat(plan(new SideRange(20, 100)).photographs().get(1).side()).isEqualTo(alone);
    }

    @Test
    void passesOverPhotographsThatAreTooSmall() throws IOException {
        add("large.png", 100, 60);
        add("small.png", 100, 19);
        PatchPlan plan = plan(new SideRange(20, 60));
        assertThat(names(plan)).containsExactly("large.png");
        assertThat(plan.notices())
                .contains("passed over small.png: its 100 x 19 pixels hold no square of 20, the least side");
    }

    @Test
    void refusesARangeLargerThanAnyPhotograph() throws IOException {
        add("a.png", 100, 50);
        add("b.png", 80, 60);
        assertRefused("side", new SideRange(61, 90))
                .hasMessage("side must begin at 60 or less, as the largest photograph, b.png, has 80 x 60 pixels, but"
                        + " is [61, 90]: lower it, or give larger photographs");
    }

    @Test
    void refusesAFolderWithoutPhotographs() throws IOException {
        assertRefused("folder", new SideRange(20, 30))
                .hasMessageEndingWith(photographs + " holds no file; check the path");
        Files.writeString(photographs.resolve("b.txt"), "hello");
        assertRefused("folder", new SideRange(20, 30))
                .hasMessageContaining(
                        "holds 1 file and no image, the first: " + photographs.resolve("b.txt") + ": not an image");
    }

    @Test
    void refusesAFolderThatIsNone() throws IOException {
        Path file = add("a.png", 40, 40);
        assertThatThrownBy(() -> Studio.plain(file).plan(Studio.CODEC, Studio.RANDOM))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("folder must be a folder of photographs, but " + file + " is a file; check the path");
        assertThatThrownBy(() -> Studio.plain(photographs.resolve("none")).plan(Studio.CODEC, Studio.RANDOM))
                .hasMessageContaining("does not exist");
    }

    @Test
    void refusesToBeGivenNothing() {
        assertThatThrownBy(() -> listed(Optional.empty()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("folder must be given where no photographs are");
    }

    @Test
    void keepsAShareOfThePhotographsFromTrainingButNeverAll() throws IOException {
        for (int count = 2; count <= 12; count++) {
            add(count + ".png", 40 + count, 40);
            add("other" + count + ".png", 60 + count, 40);
            int photographs = 2 * (count - 1);
            assertThat(validating(0.25)).isEqualTo(Math.max(1, Math.round(photographs * 0.25)));
            assertThat(validating(0.9)).isEqualTo(Math.min(photographs - 1, Math.round(photographs * 0.9)));
            assertThat(validating(0)).isZero();
        }
    }

    @Test
    void validatesWithNothingWhereThereIsOnePhotographAndSaysSo() throws IOException {
        add("only.png", 40, 40);
        PatchPlan plan = plan(new SideRange(20, 30));
        assertThat(plan.photographs()).extracting(SourcePhotograph::subset).containsExactly(Subset.TRAINING);
        assertThat(plan.notices())
                .containsExactly("nothing to validate with: only.png is the only photograph, and photographs are not"
                        + " divided; give another");
    }

    private long validating(double share) throws IOException {
        Patches all = Studio.plain(photographs);
        Patches patches =
                new Patches(all.folder(), List.of(), new SideRange(20, 30), 32, share, true, true, Studio.KEEP);
        return patches.plan(Studio.CODEC, Studio.RANDOM).photographs().stream()
                .filter(photograph -> photograph.subset() == Subset.VALIDATION)
                .count();
    }

    private Path add(String name, int width, int height) throws IOException {
        return Studio.write(photographs.resolve(name), Studio.noise(width, height, new Size(width, height).hashCode()));
    }

    private PatchPlan plan(SideRange side) throws IOException {
        return Studio.sized(photographs, side, 32).plan(Studio.CODEC, Studio.RANDOM);
    }

    private static Patches listed(Optional<Path> folder, Path... files) {
        return new Patches(
                folder.map(FolderReference::to),
                List.of(files).stream().map(FileReference::to).toList(),
                new SideRange(20, 30),
                32,
                0,
                true,
                true,
                Studio.KEEP);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String key, SideRange side) {
        return assertThatThrownBy(() -> plan(side))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        refused -> assertThat(refused.name()).isEqualTo(key));
    }

    private static List<String> names(PatchPlan plan) {
        return plan.photographs().stream().map(SourcePhotograph::name).toList();
    }
}
