package dev.weightscope.ui;

import dev.weightscope.export.TableFile;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Step;
import dev.weightscope.ui.file.Exportable;
import dev.weightscope.ui.file.Exports;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// What of the window belongs to one tab: its charts and its results.
interface LabSight {
    /// What is done or was, in a line.
    ///
    /// @param isUnderWay whether it goes on
    /// @param step how far it is; empty where that is told elsewhere, or there is none
    record Doing(String text, boolean isUnderWay, Optional<Step> step) {
        Doing(String text, boolean isUnderWay) {
            this(text, isUnderWay, Optional.empty());
        }
    }

    /// A panel at the left in the place of the experiment's.
    ///
    /// @param first what of it gets the focus
    record Left(Node panel, Node first) {}

    /// What takes the place of the experiment at the left; empty where that is shown. Keys that
    /// change or pin the experiment do nothing where it is not to be seen.
    default Optional<Left> ownLeft() {
        return Optional.empty();
    }

    /// Asks how a table is read that a person opens while this lab is in sight.
    ///
    /// @param source a file
    /// @return false for a lab whose data is the experiment's input
    default boolean importTable(String source) {
        return false;
    }

    /// Takes the window's centre and sides.
    void show();

    /// Leaves them to another lab.
    void hide();

    /// What is told of exports beside them.
    ///
    /// @param experiment that is shown
    default Exports.About about(Experiment experiment) {
        return Exports.About.settings(experiment);
    }

    /// The charts as pictures, what is on the screen first; empty before the first answer.
    List<Exportable> pictures();

    /// The numbers of the answers that are shown; empty before the first answer.
    List<TableFile> tables();

    /// The chart with the focus, or else the first that is visible.
    Optional<Exportable> focusedPicture();

    /// Pins the current setting, or says beside the results why not.
    void pinCurrent();

    /// Says what to look for in a prepared scene that has been loaded.
    void advise(String sentences);

    /// Closes what lies over the charts, or else leaves what is shown in their place.
    ///
    /// @return false where there is neither
    boolean goBack();

    /// What keys do while it is in sight, beside what they do everywhere.
    default List<Command> commands() {
        return List.of();
    }

    /// What is done for it, in place of what is said of its live question; empty where that says
    /// all.
    ///
    /// @return each time another where it never changes: one for all would keep every window that
    ///   listens
    default ObservableValue<Optional<Doing>> doingProperty() {
        return new ReadOnlyObjectWrapper<>(Optional.<Doing>empty()).getReadOnlyProperty();
    }

    /// The most useful keys, in a line.
    default String hint() {
        return "Space: new draw · P: pin · Ctrl+E: export · F1: help";
    }

    Node centre();

    /// What of the centre gets the focus.
    Node focusedChart();

    Node results();

    /// What of the results gets the focus.
    default Node firstResult() {
        return results().lookup("#pin-current");
    }
}
