package dev.weightscope.race;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunCaptionTest {
    private record Case(String start, String settings, String caption) {}

    @Test
    void itSaysWhereARunStartsAndHowItIsTrained() {
        List<Case> cases =
                List.of(
                        new Case(
                                "",
                                "",
                                "Xavier uniform, gain 1 · Tanh\n"
                                        + "breast-cancer · Adam 0.01 · full batch · seed 42"),
                        new Case(
                                "--initializer he-normal --gain 5/3 --norm batch --bias zero"
                                        + " --seed 7",
                                "--data digits --optimizer sgd --learning-rate 0.125 --batch 32",
                                "He normal, gain 1.667 · Tanh · batch norm · bias zero\n"
                                        + "digits · SGD 0.125 · batch 32 · seed 7"),
                        new Case(
                                "",
                                "--data /far/away/iris.csv",
                                "Xavier uniform, gain 1 · Tanh\n"
                                        + "iris.csv · Adam 0.01 · full batch · seed 42"));
        for (Case each : cases) {
            assertEquals(
                    each.caption(),
                    RunCaption.of(Races.start(each.start()), Races.settings(each.settings())));
        }
        assertEquals(3, cases.size());
    }
}
