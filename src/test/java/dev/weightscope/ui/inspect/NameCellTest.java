package dev.weightscope.ui.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameCellTest {
    @ParameterizedTest
    @CsvSource({
        "fc1.weight, '', fc1.weight",
        "layers.0.weight, '', layers.0.weight",
        "layers.10.weight, layers, 10.weight",
        "model.layers.0.self_attn.q_proj.weight, model.layers.0.self_attn, q_proj.weight",
        "encoder/dense_1/kernel, encoder, dense_1/kernel",
        "embeddings_of_positions.weight, '', embeddings_of_positions.weight",
        "a_name_without_any_parts, '', a_name_without_any_parts",
        "................, .............., .",
        "'', '', ''"
    })
    void aLongNameIsItsLastPartsUnderItsModule(String whole, String module, String name) {
        assertEquals(new NameCell.Parts(module, name), NameCell.Parts.of(whole));
    }
}
