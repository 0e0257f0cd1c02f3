package dev.weightscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A file is one idea, and whoever is new finds a way about.
class SourceFilesTest {
    private static final int MOST_LINES = 400;
    private static final int MEDIAN_OF_THE_PRODUCT = 70;
    private static final Path PRODUCT = Path.of("src/main/java");

    @Test
    void noFileIsTooLongToBeReadAtOnce() throws IOException {
        Map<String, Integer> tooLong = new TreeMap<>(lines(Path.of("src")));
        assertTrue(tooLong.size() > 500, "files read: " + tooLong.size());
        tooLong.values().removeIf(lines -> lines <= MOST_LINES);
        assertEquals(Map.of(), tooLong);
    }

    @Test
    void halfOfTheProductsFilesAreShort() throws IOException {
        List<Integer> sorted = lines(PRODUCT).values().stream().sorted().toList();
        int median = sorted.get(sorted.size() / 2);
        assertTrue(median < MEDIAN_OF_THE_PRODUCT, "the median is " + median);
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsOnTheMap() throws IOException {
        String map = Files.readString(Path.of("README.md"));
        Path root = PRODUCT.resolve("dev/weightscope");
        int checked = 0;
        for (String name :
                lines(root).keySet().stream().map(SourceFilesTest::folder).distinct().toList()) {
            if (!name.isEmpty()) {
                assertTrue(
                        Files.exists(root.resolve(name).resolve("package-info.java")),
                        "no package-info.java in " + name);
                String top = name.split("/")[0];
                assertTrue(map.contains("`" + top + "`"), "not on the README's map: " + top);
                checked++;
            }
        }
        assertTrue(checked > 30, "packages: " + checked);
    }

    private static String folder(String file) {
        return file.contains("/") ? file.substring(0, file.lastIndexOf('/')) : "";
    }

    /// How many lines each Java file has, by its name below `root`.
    private static Map<String, Integer> lines(Path root) throws IOException {
        Map<String, Integer> lines = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file ->
                            lines.put(
                                    root.relativize(file).toString().replace('\\', '/'),
                                    count(file)));
        }
        return lines;
    }

    private static int count(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
