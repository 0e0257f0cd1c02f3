package dev.weightscope.race;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.chart.Series;
import dev.weightscope.export.AnswerJson;
import dev.weightscope.export.TableFile;
import dev.weightscope.lab.Answered;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Summary;
import dev.weightscope.lab.View;
import dev.weightscope.model.TensorStatistics;
import dev.weightscope.training.RunState;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrainingLabTest {
    private static final Question<TrainingSettings> ZEROS =
            Races.question("--steps 2 --draws 1", "--initializer zeros");
    private static final Question<TrainingSettings> XAVIER =
            Races.question("--steps 2 --draws 1", "");

    /// With all weights 0 the output is its bias, which Adam moves by its rate of 0.01 in a first
    /// step, whatever the data; of 569 rows 357 are of class 1.
    @Test
    void theDocumentOfZerosIsKnownToTheLastDigits() {
        JsonNode json =
                new JsonMapper()
                        .readTree(
                                AnswerJson.format(
                                        Races.named(Races.together(List.of(ZEROS, XAVIER)))));
        assertEquals(List.of("plan", "guessing", "runs"), List.copyOf(json.propertyNames()));
        double share = 357.0 / 569;
        assertEquals(
                -share * Math.log(share) - (1 - share) * Math.log(1 - share),
                json.get("guessing").asDouble(),
                1e-12);
        assertEquals("adam", json.get("plan").get("optimizer").asString());
        assertEquals(0.01, json.get("plan").get("learning-rate").asDouble());
        assertEquals("full", json.get("plan").get("batch").asString());
        JsonNode run = json.get("runs").get(0);
        assertEquals(List.of("label", "experiment", "draws"), List.copyOf(run.propertyNames()));
        assertEquals("Zeros", run.get("label").asString());
        assertEquals("zeros", run.get("experiment").get("initializer").asString());
        JsonNode draw = run.get("draws").get(0);
        assertEquals(
                List.of(
                        "seed",
                        "loss",
                        "accuracy",
                        "testLoss",
                        "testAccuracy",
                        "goalStep",
                        "divergedStep",
                        "hash"),
                List.copyOf(draw.propertyNames()));
        assertEquals(42, draw.get("seed").asLong());
        assertEquals(3, draw.get("loss").size());
        assertEquals(Math.log(2), draw.get("loss").get(0).asDouble(), 1e-7);
        double bias = 0.01;
        assertEquals(
                Math.log(1 + Math.exp(bias)) - share * bias,
                draw.get("loss").get(1).asDouble(),
                1e-7);
        assertEquals(1 - share, draw.get("accuracy").get(0).asDouble(), 1e-12);
        assertEquals(share, draw.get("accuracy").get(1).asDouble(), 1e-12);
        assertEquals("[]", draw.get("testLoss").toString());
        assertTrue(draw.get("goalStep").isNull() && draw.get("divergedStep").isNull());
        assertTrue(draw.get("hash").asString().matches("[0-9a-f]{64}"));
        assertEquals(2, json.get("runs").size());
    }

    @Test
    void curvesAndLayersAreTablesInLongForm() {
        TrainingAnswer answer = Races.alone(Races.question("--steps 2 --draws 2", ""));
        Map<String, List<String>> tables =
                TableFile.of("training", List.of(new Answered<>(Races.LAB, XAVIER, answer)))
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        TableFile::name, table -> table.text().lines().toList()));
        assertEquals(
                "draw,seed,goalStep,steps,loss,accuracy,testLoss,testAccuracy,ended,hash,experiment",
                requireNonNull(tables.get("training")).getFirst());
        assertEquals(3, requireNonNull(tables.get("training")).size());
        assertEquals(
                "draw,seed,step,loss,accuracy,testLoss,testAccuracy,experiment",
                requireNonNull(tables.get("curves")).getFirst());
        assertEquals(
                List.of("1,42,0", "1,42,1", "1,42,2", "2,43,0", "2,43,1", "2,43,2"),
                requireNonNull(tables.get("curves")).stream()
                        .skip(1)
                        .map(line -> line.replaceFirst("^(\\d+,\\d+,\\d+),.*$", "$1"))
                        .toList());
        assertEquals(
                "layer,step,activationStd,gradientStd,weightRms,updateRatio,experiment",
                requireNonNull(tables.get("layers")).getFirst());
        assertEquals(1 + 2 * 3, requireNonNull(tables.get("layers")).size());
    }

    @Test
    void theTextBeginsWithWhatItMeansAndHasWhoIsFirstOnTop() {
        List<String> lines =
                Races.LAB
                        .text(
                                Races.named(
                                        Races.together(
                                                List.of(
                                                        Races.question(
                                                                "--steps 40 --draws 1 --goal 0.3",
                                                                "--initializer zeros"),
                                                        Races.question(
                                                                "--steps 40 --draws 1 --goal 0.3",
                                                                "")))))
                        .lines()
                        .toList();
        assertTrue(
                lines.getFirst()
                        .matches(
                                "Xavier uniform reaches 0\\.3 first, at step \\d+\\. Zeros stops at"
                                        + " 0\\.66\\d?: only the output bias learns, that 63 % are"
                                        + " of one class\\."),
                lines.getFirst());
        assertEquals(
                "breast-cancer: 569 rows x 30 columns; learns target, 2 classes", lines.get(1));
        assertEquals(
                List.of("label", "Xavier", "Zeros"),
                IntStream.range(3, 6).mapToObj(i -> lines.get(i).strip().split(" ")[0]).toList());
    }

    @Test
    void aListOfSettingsSaysLossGoalAndRightAnswers() {
        TrainingAnswer answer = Races.alone(ZEROS);
        List<String> said =
                Races.LAB.summaries().stream()
                        .map(summary -> summary.head() + " " + summary.of(answer))
                        .toList();
        assertEquals(List.of("loss 0.691", "goal at never", "right 63 %"), said);
        assertEquals(3, Races.LAB.summaries().stream().map(Summary::name).distinct().count());
        assertEquals(
                "Zeros · 30-4-1 Tanh · breast-cancer (569 rows x 30 columns; learns target, 2"
                        + " classes) · Adam 0.01 · full batch · 2 steps · 1 draw · seed 42",
                Races.LAB.caption(ZEROS, answer));
    }

    /// The root of the mean square of a constant is the constant, its std is 0.
    @Test
    void theStdOfWeightsIsThatOfTheirCounts() {
        RunState run =
                Races.alone(
                                Races.question(
                                        "--steps 1 --draws 1",
                                        "--initializer constant --value 0.5"))
                        .first();
        assertEquals(0.5, run.layers().getFirst().weightRms().at(0), 1e-7);
        assertEquals(
                List.of(0.0, 0.0),
                new LayersAtStep(run)
                        .statistics(LayersAtStep.Tensor.WEIGHT, 0).stream()
                                .map(TensorStatistics::std)
                                .toList());
    }

    @Test
    void itHasAPictureOfAllThatThereIsToSee() {
        Question<TrainingSettings> question =
                new Question<>(
                        ExperimentText.parse("--widths 2,4,1"),
                        Races.settings("--data moons --test-share 0.2 --steps 2 --draws 1"));
        Series<TrainingAnswer> live =
                new Series<>("Xavier", 0, Series.Role.LIVE, Races.alone(question));
        List<String> drawn =
                Races.LAB.views(live.values()).stream()
                        .filter(view -> !view.chart(List.of(live)).description().isEmpty())
                        .map(View::key)
                        .toList();
        assertEquals(
                List.of(
                        "loss",
                        "accuracy",
                        "test-accuracy",
                        "boundaries",
                        "std",
                        "updates",
                        "layers"),
                drawn);
        assertEquals(drawn, Races.LAB.views().stream().map(View::key).toList());
        assertEquals(
                List.of("loss", "accuracy", "std", "updates", "layers"),
                Races.LAB.views(Races.alone(ZEROS)).stream().map(View::key).toList());
    }
}
