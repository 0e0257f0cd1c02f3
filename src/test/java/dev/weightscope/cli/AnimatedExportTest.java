package dev.weightscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.export.PictureFile;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Experiment;
import dev.weightscope.registry.Labs;
import dev.weightscope.saved.SavedSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnimatedExportTest {
    private static final String SMALL =
            " --depth 2 --width 8 --samples 20 --bins 10 --activation tanh";
    private static final EngineSettings SCALAR =
            EngineSettings.standard().withKernel(Kernels.Choice.SCALAR).withThreads(1);

    @TempDir Path folder;

    private Outcome run(Cancellation interruption, String words) {
        return Outcome.of(
                SCALAR,
                new FakeWindow(settings -> fail("a window was opened with " + settings)),
                Labs.ALL,
                new FakeTerminal(interruption),
                ("export --out " + folder + " " + words + SMALL).split(" "));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(each -> folder.relativize(each).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private Experiment carried(String name) {
        return SavedSession.parse(
                        "the picture",
                        PictureFile.readSessionText(folder.resolve(name)).orElseThrow())
                .resolve()
                .experiment();
    }

    @Test
    void anOptionOnItsWayIsAFileOfEachPictureOrAFolder() throws IOException {
        String way = "--animate gain --from 1 --to 4 --frames 3 --fps 5 ";
        assertEquals(0, run(Cancellation.NEVER, way + "--pixels 1x").exitCode());
        assertEquals(List.of("all.gif", "depth.gif", "histograms.gif"), files());
        assertEquals(1, carried("all.gif").gain());

        Outcome numbered = run(Cancellation.NEVER, way + "--what depth --pictures pdf");
        assertEquals(
                Stream.of("1", "2", "3")
                        .map(each -> folder.resolve("depth/" + each + "-of-3.pdf").toString())
                        .toList(),
                numbered.out().lines().toList());
        assertEquals(2, carried("depth/2-of-3.pdf").gain());
    }

    @Test
    void theChartsOfOtherLabsGoTheirWayToo() throws IOException {
        String way = "--frames 2 --pixels 1x ";
        String[][] table = {
            {"--what phase --charts map,depth --animate gain --from 1 --to 2", "depth.gif map.gif"},
            {
                "--what phase:xi-c --sigma-w2 1,3,5 --charts length --animate bias-scale --from"
                        + " 0.1 --to 1 --bias normal",
                "length.gif"
            },
            {
                "--what spectrum --inputs 2 --charts overlay --animate depth --from 1 --to 2",
                "overlay.gif"
            },
            {
                "--what training --steps 3 --charts loss,layers --animate step --from 0 --to 3",
                "layers.gif loss.gif"
            },
            {
                "--what training --steps 3 --charts loss --animate learning-rate --from 0.01"
                        + " --to 1",
                "loss.gif"
            },
        };
        for (String[] row : table) {
            Outcome outcome = run(Cancellation.NEVER, way + row[0]);
            assertEquals("", outcome.err(), row[0]);
            assertEquals(row[1], String.join(" ", files()), row[0]);
            for (String file : files()) {
                assertEquals(2, carried(file).depth(), "the picture opens the experiment again");
                Files.delete(folder.resolve(file));
            }
        }
        assertEquals(5, table.length);
    }

    @Test
    void everyLabsPicturesAreWrittenByTheOptionsOfItsCommand() throws IOException {
        String[][] table = {
            {"--what phase:q --sigma-w2 1,3,5 --sigma-b2 0,1,3 --charts map", "map"},
            {"--what sweep --from 1 --to 2 --points 2 --log", "curves"},
            {"--what spectrum --inputs 2 --charts spread,condition", "condition spread"},
            {"--what training --steps 2 --draws 1 --charts loss", "loss"},
        };
        int checked = 0;
        for (String[] row : table) {
            for (String form : List.of("svg", "pdf")) {
                run(Cancellation.NEVER, "--pictures " + form + " " + row[0]);
                assertEquals(
                        row[1],
                        files().stream()
                                .filter(each -> !each.endsWith(".csv"))
                                .map(each -> each.replace("." + form, ""))
                                .collect(Collectors.joining(" ")),
                        row[0]);
                for (String file : files()) {
                    Files.delete(folder.resolve(file));
                    checked++;
                }
            }
        }
        assertEquals(30, checked);
    }

    @Test
    void whoInterruptsGetsNothingOfWhatIsNotWhole() throws IOException {
        String way = "--animate gain --from 1 --to 4 --frames 3 --what depth";
        assertEquals(
                new Outcome(130, "", "interrupted before anything was written\n"),
                run(() -> true, way));
        AtomicInteger asked = new AtomicInteger();
        run(
                () -> {
                    asked.incrementAndGet();
                    return false;
                },
                way);
        Files.delete(folder.resolve("depth.gif"));
        int most = asked.getAndSet(0);
        assertEquals(
                new Outcome(130, "", "interrupted; nothing is left of depth\n"),
                run(() -> asked.incrementAndGet() == most, way));
        assertEquals(List.of(), files());
    }

    @Test
    void aMistakeIsToldBeforeAnythingIsComputed() throws IOException {
        String[][] table = {
            {"--from 1", "--from is of an animation; give --animate OPTION too"},
            {"--log", "--log is of an animation; give --animate OPTION too"},
            {"--animate gain --from 1", "--animate needs both ends of the way; give --to too"},
            {
                "--animate gian --from 1 --to 2",
                "option \"--gian\" is unknown; did you mean --gain?"
            },
            {"--animate norm --from 1 --to 2", "norm is no number and cannot be animated"},
            {"--animate gain --from 1 --to 1", "from and to are both 1; give two values"},
            {"--animate gain --from 1 --to 2 --frames 1", "frames 1 is outside 2..1000"},
            {"--animate gain --from 1 --to 2 --fps 99", "fps 99 is outside 1..50"},
            {
                "--animate gain --from 1 --to 2 --what sweep",
                "--what sweep is a number on its way already; leave --animate out"
            },
            {"--animate step --from 0 --to 200 --what training", "to 200 is outside 0..100"},
            {
                "--animate gain --from 1 --to 2 --what phase --charts mop",
                "chart \"mop\" is unknown; did you mean map?; there are: map, length, correlation,"
                        + " depth"
            },
            {"--what spectrum:q", "--what spectrum has no kinds; write it alone"},
            {
                "--charts map",
                "--charts is of other pictures; leave it out, or give --what training"
            },
            {
                "--animate gain --from 0 --to 2 --log",
                "a logarithmic way is above 0 and not from 0 to 2"
            },
        };
        for (String[] row : table) {
            assertEquals(
                    new Outcome(2, "", row[1] + "\n"), run(Cancellation.NEVER, row[0]), row[0]);
        }
        assertEquals(14, table.length);
        assertEquals(List.of(), files());
    }
}
