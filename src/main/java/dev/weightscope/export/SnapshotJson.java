package dev.weightscope.export;

import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Statistic;
import dev.weightscope.model.TensorStatistics;
import dev.weightscope.option.Codec;
import dev.weightscope.option.Option;
import java.io.StringWriter;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A snapshot as one JSON object.
///
/// ```
/// {"experiment": {"text": "--depth 10 ...", "depth": 10, ...}, "samples": n,
///  "firstOverflowLayer": n|null, "firstSquareOverflowLayer": n|null, "firstAllZeroLayer": n|null,
///  "firstFlushedLayer": n|null,
///  "layers": [{"layer": 1, "fanIn":, "fanOut":, "weights": S, "preActivation": S, "activation": S,
///              "flushed":, "weightsFlushed":}]}
/// S = {"mean":, "std":, "rms":, "perUnitStd":, "min":, "max":, "zeros":, "saturated":, "infinite":,
///      "nan":, "histogram": {"low":, "high":, "below":, "above":, "counts": [..]}}
/// ```
///
/// `samples` is how many the numbers rest on, which is less than the experiment asks for where an
/// input file has fewer rows. Layers count from 1; `zeros` and `saturated` are shares, `infinite`,
/// `nan`, `flushed` (to 0, by the number format, of the activations) and `weightsFlushed` counts. A
/// number that JSON has no form for is one of the strings "Infinity", "-Infinity" and "NaN", as the
/// per-unit std of one sample, which is undefined. The keys' order is always this one and the time
/// it took is left out, so that equal snapshots give equal bytes.
public final class SnapshotJson {
    private SnapshotJson() {}

    /// The object on one line, without a line end behind it.
    public static String format(Snapshot snapshot) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json =
                new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            write(json, snapshot.experiment());
            json.writeNumberProperty("samples", snapshot.samples());
            write(json, "firstOverflowLayer", snapshot.firstOverflowLayer());
            write(json, "firstSquareOverflowLayer", snapshot.firstSquareOverflowLayer());
            write(json, "firstAllZeroLayer", snapshot.firstAllZeroLayer());
            write(json, "firstFlushedLayer", snapshot.firstFlushedLayer());
            json.writeArrayPropertyStart("layers");
            for (LayerStatistics layer : snapshot.layers()) {
                write(json, layer);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Experiment experiment) {
        json.writeObjectPropertyStart("experiment");
        json.writeStringProperty("text", ExperimentText.formatAll(experiment));
        for (Option<Experiment, ?> option : ExperimentOptions.ALL.list()) {
            Optional<String> text = option.write(experiment);
            if (text.isPresent()) {
                json.writeName(option.key());
                write(json, option.codec().form(), text.get());
            }
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Codec.Form form, String text) {
        switch (form) {
            case NUMBER -> json.writeNumber(text);
            case NUMBERS -> {
                json.writeStartArray();
                for (String number : text.split(",")) {
                    json.writeNumber(number);
                }
                json.writeEndArray();
            }
            case WORD -> json.writeString(text);
        }
    }

    private static void write(JsonGenerator json, String key, OptionalInt layer) {
        json.writeName(key);
        if (layer.isPresent()) {
            json.writeNumber(layer.getAsInt());
        } else {
            json.writeNull();
        }
    }

    private static void write(JsonGenerator json, LayerStatistics layer) {
        json.writeStartObject();
        json.writeNumberProperty("layer", layer.layer());
        json.writeNumberProperty("fanIn", layer.fanIn());
        json.writeNumberProperty("fanOut", layer.fanOut());
        for (Quantity tensor : Quantity.inForwardOrder()) {
            json.writeObjectPropertyStart(tensor.field());
            write(json, layer.of(tensor));
            json.writeEndObject();
        }
        json.writeNumberProperty("flushed", layer.flushed());
        json.writeNumberProperty("weightsFlushed", layer.weightsFlushed());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, TensorStatistics statistics) {
        for (Statistic statistic : Statistic.inFiles()) {
            json.writeName(statistic.field());
            writeNumber(json, statistic.exactText(statistics));
        }
        Histogram histogram = statistics.histogram();
        json.writeObjectPropertyStart("histogram");
        json.writeName("low");
        writeNumber(json, Double.toString(histogram.low()));
        json.writeName("high");
        writeNumber(json, Double.toString(histogram.high()));
        json.writeNumberProperty("below", histogram.below());
        json.writeNumberProperty("above", histogram.above());
        json.writeName("counts");
        json.writeArray(histogram.counts(), 0, histogram.bins());
        json.writeEndObject();
    }

    private static void writeNumber(JsonGenerator json, String text) {
        if (Double.isFinite(Double.parseDouble(text))) {
            json.writeNumber(text);
        } else {
            json.writeString(text);
        }
    }
}
