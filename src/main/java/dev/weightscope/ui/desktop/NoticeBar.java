package dev.weightscope.ui.desktop;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// News, one at a time, in a bar that a window lays over its status line, where no chart is
/// covered.
///
/// A newer piece of news takes the place of an older one, but a complaint stays until it was there
/// long enough to be read; what comes meanwhile waits.
public final class NoticeBar extends HBox implements Notices {
    private static final Duration LONG_ENOUGH_TO_READ = Duration.seconds(6);
    private static final Duration LONG_ENOUGH_TO_UNDERSTAND = Duration.seconds(20);

    /// More would be out of date before it is seen.
    private static final int MOST_WAITING = 4;

    private final FontIcon icon = new FontIcon();
    private final Label text = new Label();
    private final Button action = new Button();
    private final PauseTransition time = new PauseTransition();
    private final Deque<News> waiting = new ArrayDeque<>();
    private boolean isComplaint;

    private record News(String sentence, Feather icon, String actionName, Runnable action) {
        boolean isComplaint() {
            return icon == Feather.ALERT_TRIANGLE;
        }
    }

    public NoticeBar() {
        getStyleClass().add("notice-bar");
        setAlignment(Pos.CENTER_LEFT);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        setHgrow(text, Priority.ALWAYS);
        action.setMinWidth(USE_PREF_SIZE);
        action.managedProperty().bind(action.visibleProperty());
        Button dismiss = new Button("", new FontIcon(Feather.X));
        dismiss.getStyleClass().add("icon-button");
        dismiss.setMinWidth(USE_PREF_SIZE);
        dismiss.setTooltip(new Tooltip("Dismiss"));
        dismiss.setAccessibleText("Dismiss the notice");
        dismiss.setOnAction(_ -> showNext());
        time.setOnFinished(_ -> showNext());
        getChildren().addAll(icon, text, action, dismiss);
        setMaxHeight(USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        setVisible(false);
    }

    @Override
    public void tell(String sentence) {
        add(new News(sentence, Feather.CHECK_CIRCLE, "", () -> {}));
    }

    @Override
    public void tell(String sentence, String actionName, Runnable whatToDo) {
        add(new News(sentence, Feather.CHECK_CIRCLE, actionName, whatToDo));
    }

    @Override
    public void complain(String sentence) {
        add(new News(sentence, Feather.ALERT_TRIANGLE, "", () -> {}));
    }

    /// What is said now; empty if nothing is.
    public String said() {
        return isVisible() ? text.getText() : "";
    }

    private void add(News news) {
        if (isVisible() && isComplaint) {
            waiting.add(news);
            while (waiting.size() > MOST_WAITING) {
                waiting.remove();
            }
        } else {
            show(news);
        }
    }

    private void showNext() {
        News next = waiting.poll();
        if (next == null) {
            time.stop();
            setVisible(false);
        } else {
            show(next);
        }
    }

    private void show(News news) {
        isComplaint = news.isComplaint();
        icon.setIconCode(news.icon);
        text.setText(news.sentence);
        setAccessibleText(news.sentence);
        action.setText(news.actionName);
        action.setVisible(!news.actionName.isEmpty());
        action.setOnAction(_ -> {
            news.action.run();
            showNext();
        });
        setVisible(true);
        time.stop();
        time.setDuration(isComplaint ? LONG_ENOUGH_TO_UNDERSTAND : LONG_ENOUGH_TO_READ);
        time.playFromStart();
    }
}
