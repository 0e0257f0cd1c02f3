package dev.weightscope.ui.snippet;

import dev.weightscope.snippet.Extent;
import dev.weightscope.snippet.Framework;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What a person has chosen to see, as [SnippetQuestion] has it.
record SnippetChoices(
        ObjectProperty<Framework> framework, ObjectProperty<Extent> extent, IntegerProperty layer) {
    SnippetChoices() {
        this(
                new SimpleObjectProperty<>(Framework.PYTORCH),
                new SimpleObjectProperty<>(Extent.LAYER),
                new SimpleIntegerProperty());
    }
}
