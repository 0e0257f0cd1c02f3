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
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// News, one at a time, in a bar that a window lays over its status line, where no chart is
/// covered.
///
/// What is newer takes the place of what is older at once. A complaint that was not there long
/// enough to be read, and a warning that nobody has closed, come back after it.
public final class NoticeBar extends HBox implements Notices {
    private static final Duration LONG_ENOUGH_TO_READ = Duration.seconds(6);
    private static final Duration LONG_ENOUGH_TO_UNDERSTAND = Duration.seconds(20);

    /// More would be out of date before it is seen.
    private static final int MOST_UNREAD = 4;

    private final FontIcon icon = new FontIcon();
    private final Label text = new Label();
    private final Button action = new Button();
    private final PauseTransition time = new PauseTransition();

    /// What comes back, the newest first.
    private final Deque<News> unread = new ArrayDeque<>();

    private @Nullable News shown;

    /// How long news stay.
    private enum Stay {
        SHORT,
        LONG,
        UNTIL_CLOSED
    }

    private record News(String sentence, Stay stay, String actionName, Runnable action) {
        News(String sentence, Stay stay) {
            this(sentence, stay, "", () -> {});
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
        add(new News(sentence, Stay.SHORT));
    }

    @Override
    public void tell(String sentence, String actionName, Runnable whatToDo) {
        add(new News(sentence, Stay.SHORT, actionName, whatToDo));
    }

    @Override
    public void complain(String sentence) {
        add(new News(sentence, Stay.LONG));
    }

    @Override
    public void warn(String sentence) {
        add(new News(sentence, Stay.UNTIL_CLOSED));
    }

    @Override
    public void takeBack(String sentence) {
        unread.removeIf(news -> news.sentence.equals(sentence));
        if (shown != null && shown.sentence.equals(sentence)) {
            showNext();
        }
    }

    /// What is said now; empty if nothing is.
    public String said() {
        return isVisible() ? text.getText() : "";
    }

    private void add(News news) {
        News before = shown;
        unread.removeIf(news::equals);
        if (before != null && !before.equals(news) && isUnread(before)) {
            unread.push(before);
            unread.removeAll(
                    unread.stream()
                            .filter(each -> each.stay == Stay.LONG)
                            .skip(MOST_UNREAD)
                            .toList());
        }
        show(news);
    }

    private boolean isUnread(News news) {
        return switch (news.stay) {
            case SHORT -> false;
            case LONG -> time.getCurrentTime().lessThan(LONG_ENOUGH_TO_READ);
            case UNTIL_CLOSED -> true;
        };
    }

    private void showNext() {
        News next = unread.poll();
        time.stop();
        if (next == null) {
            shown = null;
            setVisible(false);
        } else {
            show(next);
        }
    }

    private void show(News news) {
        shown = news;
        icon.setIconCode(news.stay == Stay.SHORT ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE);
        text.setText(news.sentence);
        setAccessibleText(news.sentence);
        action.setText(news.actionName);
        action.setVisible(!news.actionName.isEmpty());
        action.setOnAction(_ -> {
            showNext(); // before what it does says something newer
            news.action.run();
        });
        setVisible(true);
        time.stop();
        switch (news.stay) {
            case SHORT -> closeAfter(LONG_ENOUGH_TO_READ);
            case LONG -> closeAfter(LONG_ENOUGH_TO_UNDERSTAND);
            case UNTIL_CLOSED -> {}
        }
    }

    private void closeAfter(Duration duration) {
        time.setDuration(duration);
        time.playFromStart();
    }
}
