package dev.weightscope.ui.desktop;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.controlsfx.control.action.Action;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// News in the corner of a stage.
public final class StageNotices implements Notices {
    private static final Duration LONG_ENOUGH_TO_READ = Duration.seconds(6);

    private final Stage stage;

    public StageNotices(Stage stage) {
        this.stage = stage;
    }

    @Override
    public void tell(String sentence) {
        notice(sentence, Feather.CHECK_CIRCLE).show();
    }

    @Override
    public void tell(String sentence, String actionName, Runnable action) {
        notice(sentence, Feather.CHECK_CIRCLE)
                .action(new Action(actionName, _ -> action.run()))
                .show();
    }

    @Override
    public void complain(String sentence) {
        notice(sentence, Feather.ALERT_TRIANGLE).show();
    }

    private Notifications notice(String sentence, Feather icon) {
        Node graphic = new FontIcon(icon);
        return Notifications.create()
                .owner(stage)
                .text(sentence)
                .graphic(graphic)
                .position(Pos.BOTTOM_RIGHT)
                .hideAfter(LONG_ENOUGH_TO_READ);
    }
}
