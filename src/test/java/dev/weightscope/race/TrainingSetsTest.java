package dev.weightscope.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.lab.Question;
import dev.weightscope.memory.MemoryNeed;
import dev.weightscope.model.Refusal;
import dev.weightscope.training.TrainingMemory;
import dev.weightscope.training.TrainingSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingSetsTest {
    private static final String FOUR = "x,class\n1,a\n2,a\n3,b\n4,a\n";

    @TempDir Path folder;

    private final TrainingSets sets = new TrainingSets();
    private final List<MemoryNeed.Part> needs = new ArrayList<>();

    @Test
    void anotherSplitReadsNothingAndAChangedFileIsReadAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("data.csv"), FOUR);
        TrainingSet whole = set(file, "");
        TrainingSet half = set(file, "--test-share 0.5");
        assertSame(whole.data(), half.data());
        assertEquals(2, half.testRows());
        assertEquals(List.of(TrainingMemory.ofData(4, 1)), needs);

        Files.writeString(file, FOUR + "5,b\n");
        TrainingSet longer = set(file, "--test-share 0.5");
        assertNotSame(whole.data(), longer.data());
        assertEquals(5, longer.data().rows());
    }

    @Test
    void whatNobodyAsksForAnyMoreIsLetGo() {
        Question<TrainingSettings> moons = Races.question("--data moons", "");
        Question<TrainingSettings> noisy = Races.question("--data moons", "--noise 0.2");
        TrainingSet first = sets.of(moons, needs::add, Cancellation.NEVER).set();
        sets.of(noisy, needs::add, Cancellation.NEVER);
        sets.keepFor(List.of(moons, Races.question("--data nowhere.csv", "")));
        assertEquals(List.of(TrainingMemory.ofData(1000, 2)), sets.needs());
        assertSame(first, sets.of(moons, needs::add, Cancellation.NEVER).set());
    }

    @Test
    void theDataIsReadAsItsSettingsSayAndElseAsTheExperimentDoes() {
        record Case(String settings, String experiment, int rows) {}
        List<Case> table =
                List.of(
                        new Case("", "", 1000),
                        new Case("", "--points 40", 40),
                        new Case("--data-reading as-input", "--points 40", 40),
                        new Case("--data-reading auto", "--points 40", 1000),
                        new Case("--data-reading \"--points 50\"", "--points 40", 50));
        int checked = 0;
        for (Case each : table) {
            Question<TrainingSettings> question =
                    Races.question("--data moons " + each.settings, each.experiment);
            assertEquals(
                    each.rows,
                    sets.of(question, needs::add, Cancellation.NEVER).set().trainRows(),
                    each.toString());
            assertEquals(
                    question.settings(),
                    Races.settings(Races.LAB.saved().format(question.settings())));
            checked++;
        }
        assertEquals(5, checked);
    }

    @Test
    void whereThereIsNoRoomNothingIsKept() {
        Refusal full = new Refusal("full");
        assertSame(
                full,
                assertThrows(
                        Refusal.class,
                        () ->
                                sets.of(
                                        Races.question("--data moons", ""),
                                        _ -> {
                                            throw full;
                                        },
                                        Cancellation.NEVER)));
        assertEquals(List.of(), sets.needs());
    }

    @Test
    void theCommonestClassIsThatOfTheRowsThatAreTrainedOn() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("data.csv"),
                        "x,class\n1,a\n2,a\n3,b\n4,b\n5,b\n6,a\n7,b\n8,b\n");
        TrainingSet set = set(file, "--test-share 0.25 --order given");
        assertEquals(0.5, set.commonest());
        assertEquals(0, set.testCommonest());
        assertEquals(Double.NaN, set(file, "").testCommonest());
        assertEquals(5.0 / 8, set(file, "").commonest());
    }

    private TrainingSet set(Path file, String more) {
        return sets.of(
                        Races.question("--data \"%s\" %s".formatted(file, more), ""),
                        needs::add,
                        Cancellation.NEVER)
                .set();
    }
}
