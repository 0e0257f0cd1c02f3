package dev.weightscope.ui;

import dev.weightscope.model.Keyed;
import dev.weightscope.ui.state.Live;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Which tab is in sight. One that is not computes nothing.
final class LabTabs {
    private static final List<KeyCode> DIGITS =
            List.of(
                    KeyCode.DIGIT1,
                    KeyCode.DIGIT2,
                    KeyCode.DIGIT3,
                    KeyCode.DIGIT4,
                    KeyCode.DIGIT5,
                    KeyCode.DIGIT6,
                    KeyCode.DIGIT7,
                    KeyCode.DIGIT8,
                    KeyCode.DIGIT9);

    private final List<WindowTab> all;
    private final Function<WindowTab, LabSight> maker;
    private final Map<WindowTab, LabSight> sights = new HashMap<>();
    private final ObjectProperty<String> chosen;
    private final ReadOnlyObjectWrapper<Live<?, ?>> live = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable LabSight> shown = new ReadOnlyObjectWrapper<>();
    private Subscription following = Subscription.EMPTY;
    private WindowTab inSight;

    /// @param all the one to begin with first
    /// @param maker asked once for each that comes to sight
    LabTabs(List<? extends WindowTab> all, Function<WindowTab, LabSight> maker) {
        this.all = List.copyOf(all);
        this.maker = maker;
        inSight = all.getFirst();
        chosen = new SimpleObjectProperty<>(inSight.key());
        inSight.follow(live::set).unsubscribe();
        chosen.addListener((_, _, key) -> find(key).ifPresent(this::change));
    }

    /// Brings the first to sight.
    void begin() {
        show();
    }

    /// The key of the tab in sight.
    ObjectProperty<String> chosenProperty() {
        return chosen;
    }

    /// How the live question of the lab in sight stands, or of the one before what asks none.
    ReadOnlyObjectProperty<Live<?, ?>> liveProperty() {
        return live.getReadOnlyProperty();
    }

    /// What is shown of the tab in sight; null before [#begin].
    ReadOnlyObjectProperty<@Nullable LabSight> sightProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Those tabs that are labs'.
    List<Keyed> labs() {
        return all.stream().filter(LabTab.class::isInstance).<Keyed>map(tab -> tab).toList();
    }

    WindowTab inSight() {
        return inSight;
    }

    LabSight sight() {
        return sights.computeIfAbsent(inSight, maker);
    }

    /// Brings a tab to sight; does nothing where there is none with this key.
    void choose(String key) {
        if (find(key).isPresent()) {
            chosen.set(key);
        }
    }

    /// Brings the one to sight that the window begins with.
    void chooseFirst() {
        chosen.set(all.getFirst().key());
    }

    /// Ctrl+1 to Ctrl+9 choose a tab.
    void chooseByNumber(KeyEvent event) {
        int number = DIGITS.indexOf(event.getCode());
        if (event.isShortcutDown() && number >= 0 && number < all.size()) {
            choose(all.get(number).key());
            event.consume();
        }
    }

    private Optional<WindowTab> find(String key) {
        return all.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    private void change(WindowTab next) {
        inSight.leave();
        sight().hide();
        inSight = next;
        show();
    }

    private void show() {
        following.unsubscribe();
        following = inSight.follow(live::set);
        sight().show();
        shown.set(sight());
        inSight.enter();
    }
}
