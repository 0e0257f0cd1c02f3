package dev.weightscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class InitializerCatalogueTest {
    @Test
    void aCustomInitializerIsTheSameEachTimeItIsFound() {
        assertEquals(InitializerCatalogue.all(), InitializerCatalogue.all());
    }
}
