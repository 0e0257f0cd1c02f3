package dev.weightscope.ui.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// However long sliders are dragged, memory stays bounded, and is given back soon after. The
/// property `drag.seconds` says how long; 0, as in every build, not at all.
@Tag("fuzz")
@EnabledIfSystemProperty(named = "drag.seconds", matches = "[1-9]\\d*")
class LongDragTest {
    private static final int REST = 30;
    private static final long MOST_MEGABYTES = 2000;
    private static final Pattern FLAG = Pattern.compile("--java-options (\\S+)\"");

    @Test
    void draggingTakesBoundedMemoryAndGivesItBack(@TempDir Path directory)
            throws IOException, InterruptedException {
        List<long[]> dragging = new ArrayList<>();
        List<long[]> resting = new ArrayList<>();
        long[] end = {};
        Process process = start(directory);
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> words = List.of(line.split(" "));
                long[] numbers = words.stream().skip(1).mapToLong(LongDragTest::number).toArray();
                switch (words.getFirst()) {
                    case "drag" -> dragging.add(numbers);
                    case "rest" -> resting.add(numbers);
                    case "end" -> end = numbers;
                    default -> System.out.println(line);
                }
            }
        }
        assertEquals(0, process.waitFor());
        assertEquals(Integer.getInteger("drag.seconds"), dragging.size());
        assertEquals(REST, resting.size());
        long most = dragging.stream().mapToLong(each -> each[3]).max().orElseThrow();
        long heap = dragging.stream().mapToLong(each -> each[1]).max().orElseThrow();
        long last = resting.getLast()[3];
        System.out.printf(
                "fuzz: drag: %d s, %d sliders held, heap at most %d MB, resident at most %d MB,"
                        + " last %d MB, after rest %d MB, longest stall %d ms, %d exceptions%n",
                dragging.size(), end[0], heap, most, dragging.getLast()[3], last, end[1], end[2]);
        assertEquals(0, end[2], "exceptions");
        assertTrue(most < MOST_MEGABYTES, () -> most + " MB");
        assertTrue(last < 1000, () -> last + " MB after rest");
    }

    /// With the flags that the product has.
    private static Process start(Path directory) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        FLAG.matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(flag -> flag.group(1))
                .forEach(command::add);
        command.addAll(
                List.of(
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongDrag.class.getName(),
                        System.getProperty("drag.seconds"),
                        Integer.toString(REST),
                        directory.toString()));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static long number(String word) {
        return word.matches("\\d+") ? Long.parseLong(word) : 0;
    }
}
