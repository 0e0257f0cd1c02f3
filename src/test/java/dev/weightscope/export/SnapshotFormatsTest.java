package dev.weightscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalLab;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SnapshotFormatsTest {
    private static final String ORDINARY =
            """
            {"mean":0.1,"std":1.25,"rms":1.5,"perUnitStd":0.75,"min":-2.0,"max":0.10000000149011612,\
            "zeros":0.125,"saturated":0.25,"infinite":0,"nan":0,\
            "histogram":{"low":-1.0,"high":1.0,"below":1,"above":1,"counts":[1,2,3]}}\
            """;

    private static final String BEYOND =
            """
            {"mean":"NaN","std":"Infinity","rms":"Infinity","perUnitStd":"NaN",\
            "min":"-Infinity","max":"Infinity","zeros":0.0,"saturated":0.0,"infinite":5,"nan":2,\
            "histogram":{"low":-1.0,"high":1.0,"below":0,"above":0,"counts":[0,1,0]}}\
            """;

    @Test
    void jsonSaysEverythingInAFixedOrder() {
        String expected =
                """
                {"experiment":{"text":"--widths 3,2,2 --input normal --input-scale 1 --samples 4\
                 --activation tanh --initializer normal --std 0.5 --gain 1 --bias default --format float32 --seed 42\
                 --bins 3 --range natural","widths":[3,2,2],"input":"normal","input-scale":1,\
                "samples":4,"activation":"tanh","initializer":"normal","std":0.5,"gain":1,\
                "bias":"default","format":"float32","seed":42,"bins":3,"range":"natural"},\
                "samples":4,\
                "firstOverflowLayer":2,"firstSquareOverflowLayer":2,"firstAllZeroLayer":null,\
                "firstFlushedLayer":null,\
                "layers":[\
                {"layer":1,"fanIn":3,"fanOut":2,"weights":%1$s,"preActivation":%1$s,\
                "activation":%1$s,"flushed":0,"weightsFlushed":0},\
                {"layer":2,"fanIn":2,"fanOut":2,"weights":%1$s,"preActivation":%2$s,\
                "activation":%2$s,"flushed":7,"weightsFlushed":3}]}\
                """
                        .formatted(ORDINARY, BEYOND);
        assertEquals(
                expected,
                AnswerJson.format(SignalLab.answered(SignalAnswer.of(Snapshots.overflowing()))));
    }

    @Test
    void jsonIsStrictAndItsExperimentReadsBack() {
        JsonNode json =
                new JsonMapper()
                        .readTree(
                                AnswerJson.format(
                                        SignalLab.answered(
                                                SignalAnswer.of(Snapshots.overflowing()))));
        assertEquals(
                List.of(
                        "experiment",
                        "samples",
                        "firstOverflowLayer",
                        "firstSquareOverflowLayer",
                        "firstAllZeroLayer",
                        "firstFlushedLayer",
                        "layers"),
                new ArrayList<>(json.propertyNames()));
        assertEquals(
                Snapshots.EXPERIMENT,
                ExperimentText.parse(json.get("experiment").get("text").asString()));
    }

    @Test
    void jsonSaysOnHowManySamplesItRestsAndWhatTheFormatFlushes() {
        JsonNode json =
                new JsonMapper()
                        .readTree(
                                AnswerJson.format(
                                        SignalLab.answered(SignalAnswer.of(Snapshots.flushing()))));
        assertEquals(4, json.get("experiment").get("samples").asInt());
        assertEquals(3, json.get("samples").asInt());
        assertEquals(2, json.get("firstFlushedLayer").asInt());
    }

    @Test
    void csvGivesTheNumbersOfJson() {
        JsonNode json =
                new JsonMapper()
                        .readTree(
                                AnswerJson.format(
                                        SignalLab.answered(
                                                SignalAnswer.of(Snapshots.overflowing()))));
        List<NamedCsvRecord> lines =
                CsvReader.builder()
                        .ofNamedCsvRecord(
                                AnswerCsv.format(
                                        SignalLab.answered(
                                                SignalAnswer.of(Snapshots.overflowing()))))
                        .stream()
                        .toList();
        int checked = 0;
        for (NamedCsvRecord line : lines) {
            JsonNode layer = json.get("layers").get(Integer.parseInt(line.getField("layer")) - 1);
            for (Map.Entry<String, String> cell : line.getFieldsAsMap().entrySet()) {
                if (!cell.getKey().equals("experiment")) {
                    JsonNode parent = cell.getKey().equals("samples") ? json : layer;
                    assertEquals(
                            parent.at("/" + cell.getKey().replace('.', '/')).asString(),
                            cell.getValue(),
                            cell.getKey());
                    checked++;
                }
            }
            assertEquals(Snapshots.EXPERIMENT, ExperimentText.parse(line.getField("experiment")));
        }
        assertEquals(2 * (3 + 3 * (10 + 4 + 3) + 2 + 1), checked);
    }

    @Test
    void csvLinesEndInLineFeeds() {
        String csv = AnswerCsv.format(SignalLab.answered(SignalAnswer.of(Snapshots.overflowing())));
        assertTrue(csv.endsWith("\n"));
        assertEquals(-1, csv.indexOf('\r'));
        assertEquals(3, csv.lines().count());
    }
}
