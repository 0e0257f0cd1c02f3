package dev.weightscope.weights;

import dev.weightscope.model.Quoted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A model of ONNX (onnx.proto): its graph's initializers. Nodes are not looked at, nor what they
/// hold.
record Onnx() implements Format {
    /// The first field, the version of the format, and what may follow it: a field of the model.
    private static final int VERSION = 0x08;

    private static final int MOST_VERSION = 0x7f;
    private static final Set<Integer> NEXT = Set.of(0x12, 0x1a, 0x22, 0x28, 0x32, 0x3a, 0x42, 0x72);

    /// Fields of a model.
    private static final int PRODUCER = 2;

    private static final int PRODUCER_VERSION = 3;
    private static final int GRAPH = 7;
    private static final int NOTE = 14;

    /// Of a graph.
    private static final int INITIALIZER = 5;

    @Override
    public String name() {
        return "ONNX";
    }

    /// There is no mark of the format.
    @Override
    public boolean begins(Source source) {
        return source.size() > 3
                && source.u8(0) == VERSION
                && source.u8(1) > 0
                && source.u8(1) <= MOST_VERSION
                && NEXT.contains(source.u8(2));
    }

    @Override
    public Contents read(Source source) {
        Map<String, String> notes = new LinkedHashMap<>();
        List<Tensor> tensors = new ArrayList<>();
        boolean hasGraph = false;
        ProtoReader model = new ProtoReader(source);
        while (model.next()) {
            switch (model.field()) {
                case PRODUCER -> notes.put("producer_name", model.text());
                case PRODUCER_VERSION -> notes.put("producer_version", model.text());
                case NOTE -> {
                    Map.Entry<String, String> note = OnnxTensor.entry(model.message());
                    notes.put(note.getKey(), note.getValue());
                }
                case GRAPH -> {
                    readGraph(source, model.message(), tensors);
                    hasGraph = true;
                }
                default -> {}
            }
        }
        if (!hasGraph) {
            throw source.refused("holds no graph of ONNX; name a model that onnx.save wrote");
        }
        return new Contents(notes, tensors);
    }

    private static void readGraph(Source source, ProtoReader graph, List<Tensor> tensors) {
        Set<String> names = new HashSet<>();
        OnnxValues values = new OnnxValues(source);
        while (graph.next()) {
            if (graph.field() == INITIALIZER) {
                Tensor tensor = values.tensor(OnnxTensor.read(graph.message()));
                if (!names.add(tensor.name())) {
                    throw source.refused(
                            "is no valid ONNX file: tensor %s stands twice"
                                    .formatted(Quoted.of(tensor.name())));
                }
                tensors.add(tensor);
            }
        }
    }
}
