package dev.weightscope.ui;

import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Where the results stand: right of the charts, or in a narrow window as one line above them, from
/// which they open over the charts.
final class ResultsPlace {
    /// Narrower than this the charts would have less than half of the window.
    private static final double NARROW = 1180;

    private final BorderPane window;
    private final Region results;
    private final Node line;
    private final BooleanProperty open;
    private final VBox column;
    private final StackPane charts;
    private boolean isNarrow;
    private boolean isShown;

    /// @param results the panel, of a width of its own
    /// @param line stands for the results in a narrow window
    /// @param open whether they lie over the charts then
    /// @param advice stands below the charts, which make room for it
    ResultsPlace(
            BorderPane window,
            Region charts,
            Region results,
            Node line,
            BooleanProperty open,
            Node advice) {
        this.window = window;
        this.results = results;
        this.line = line;
        this.open = open;
        // Below the line, so that the button that closes the results stays in sight.
        this.charts = new StackPane(charts);
        column = new VBox(this.charts, advice);
        VBox.setVgrow(this.charts, Priority.ALWAYS);
        column.getStyleClass().add("centre");
        StackPane.setAlignment(results, Pos.CENTER_RIGHT);
        window.widthProperty().subscribe(this::arrange);
        open.subscribe(this::showOrHide);
    }

    /// Takes the window's centre and right side.
    void show() {
        isShown = true;
        window.setCenter(column);
        arrangeWide();
        arrange();
    }

    /// Leaves them to others.
    void hide() {
        isShown = false;
        window.setRight(null);
    }

    private void arrange() {
        double width = window.getWidth();
        boolean narrow = width > 0 && width < NARROW;
        if (isShown && narrow && !isNarrow) {
            arrangeNarrow();
        } else if (isShown && !narrow && isNarrow) {
            arrangeWide();
        }
    }

    /// Brings the results to sight, if they are not.
    void open() {
        open.set(true);
    }

    /// Closes the results, if they lie over the charts.
    ///
    /// @return whether they did
    boolean close() {
        boolean wasOver = isNarrow && open.get();
        if (wasOver) {
            open.set(false);
        }
        return wasOver;
    }

    private void arrangeWide() {
        isNarrow = false;
        charts.getChildren().remove(results);
        column.getChildren().remove(line);
        results.getStyleClass().remove("over-charts");
        results.setMaxWidth(Region.USE_COMPUTED_SIZE);
        results.setVisible(true);
        window.setRight(results);
    }

    private void arrangeNarrow() {
        isNarrow = true;
        window.setRight(null);
        column.getChildren().addFirst(line);
        results.getStyleClass().add("over-charts");
        results.setMaxWidth(Region.USE_PREF_SIZE);
        charts.getChildren().add(results);
        showOrHide();
    }

    private void showOrHide() {
        if (isNarrow) {
            results.setVisible(open.get());
        }
    }
}
