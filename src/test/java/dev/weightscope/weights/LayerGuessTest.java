package dev.weightscope.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.model.Layout;
import dev.weightscope.model.Layouts;
import dev.weightscope.model.Refusal;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LayerGuessTest {
    private static final Fans NONE = new Fans(Layout.OUT_IN, -1, -1);

    /// @param bias the length of the bias beside it, with the name that a framework gives it; 0
    ///   where there is none
    private record Row(String name, List<Long> shape, int bias, Fans fans) {}

    @Test
    void aWeightLiesAsItsBiasAndItsNameSay() {
        List<Row> rows =
                List.of(
                        new Row("fc.weight", List.of(3L, 5L), 0, outIn(5, 3)),
                        new Row("fc.weight", List.of(3L, 5L), 3, outIn(5, 3)),
                        // GPT-2's own
                        new Row("c_fc.weight", List.of(3L, 5L), 5, inOut(3, 5)),
                        new Row("fc.weight", List.of(5L, 5L), 5, outIn(5, 5)),
                        new Row("fc.weight", List.of(3L, 5L), 7, outIn(5, 3)),
                        new Row("dense/kernel", List.of(3L, 5L), 0, inOut(3, 5)),
                        new Row("gru/recurrent_kernel:0", List.of(3L, 9L), 0, inOut(3, 9)),
                        new Row("attn.in_proj_weight", List.of(9L, 3L), 9, outIn(3, 9)),
                        new Row("rnn.weight_ih_l0", List.of(9L, 3L), 9, outIn(3, 9)),
                        new Row("W1", List.of(3L, 5L), 0, inOut(3, 5)),
                        new Row("conv.weight", List.of(8L, 4L, 3L, 2L), 8, outIn(24, 48)),
                        new Row("conv/kernel", List.of(3L, 2L, 4L, 8L), 8, inOut(24, 48)),
                        new Row("empty.weight", List.of(0L, 4L), 0, outIn(0, 0)),
                        new Row("embed.weight", List.of(100L, 4L), 0, NONE),
                        new Row("wte.weight", List.of(100L, 4L), 0, NONE),
                        new Row("patch_embed.weight", List.of(8L, 3L, 2L, 2L), 8, outIn(12, 32)),
                        new Row("norm.weight", List.of(4L), 4, NONE),
                        new Row("scale", List.of(), 0, NONE));
        for (Row row : rows) {
            Tensor weight = tensor(row.name, row.shape);
            List<Tensor> all = new ArrayList<>(List.of(weight));
            if (row.bias > 0) {
                all.add(
                        tensor(
                                row.name.replaceAll("weight|kernel", "bias"),
                                List.of((long) row.bias)));
            }
            LayerGuess guess = new LayerGuess(all, Layouts.GUESSED);
            for (Tensor each : all) {
                assertEquals(row.fans, guess.fans(each).orElse(NONE), each.name() + row.shape);
            }
        }
        assertEquals(18, rows.size());
    }

    @Test
    void whatIsChosenHoldsForAll() {
        Tensor weight = tensor("fc.weight", List.of(3L, 5L));
        Tensor bias = tensor("fc.bias", List.of(3L));
        LayerGuess guess = new LayerGuess(List.of(weight, bias), Layouts.of(Layout.IN_OUT));
        assertEquals(Optional.of(inOut(3, 5)), guess.fans(weight));
        assertEquals(Optional.of(inOut(3, 5)), guess.fans(bias));
    }

    @Test
    void whatIsChosenForOneWeightHoldsForItAndItsBiasAlone() {
        Tensor weight = tensor("fc.weight", List.of(3L, 5L));
        Tensor bias = tensor("fc.bias", List.of(3L));
        Tensor other = tensor("head.weight", List.of(3L, 5L));
        record Said(String text, Fans one, Fans two) {}
        List<Said> rows =
                List.of(
                        new Said("guess", outIn(5, 3), outIn(5, 3)),
                        new Said("fc.weight:in-out", inOut(3, 5), outIn(5, 3)),
                        new Said("in-out,fc.weight:out-in", outIn(5, 3), inOut(3, 5)),
                        new Said("head.weight:in-out,out-in", outIn(5, 3), inOut(3, 5)));
        for (Said row : rows) {
            Layouts layouts = Layouts.parse("layout", row.text);
            LayerGuess guess = new LayerGuess(List.of(weight, bias, other), layouts);
            assertEquals(Optional.of(row.one), guess.fans(weight), row.text);
            assertEquals(Optional.of(row.one), guess.fans(bias), row.text);
            assertEquals(Optional.of(row.two), guess.fans(other), row.text);
            assertEquals(layouts, Layouts.parse("layout", layouts.text()), row.text);
        }
        assertEquals(4, rows.size());
        for (String text : List.of("", " ", "all", "fc.weight", "in-out,x")) {
            assertThrows(Refusal.class, () -> Layouts.parse("layout", text), text);
        }
        assertEquals(
                "guess", Layouts.parse("layout", "a:in-out").with("a", Optional.empty()).text());
    }

    private static Fans outIn(long in, long out) {
        return new Fans(Layout.OUT_IN, in, out);
    }

    private static Fans inOut(long in, long out) {
        return new Fans(Layout.IN_OUT, in, out);
    }

    private static Tensor tensor(String name, List<Long> shape) {
        return Tensor.of(name, shape, ElementType.F32, Elements.plain(MemorySegment.NULL));
    }
}
