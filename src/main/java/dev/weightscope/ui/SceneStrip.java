package dev.weightscope.ui;

import dev.weightscope.model.Experiment;
import dev.weightscope.ui.controls.Strip;
import dev.weightscope.ui.state.Session;
import org.jspecify.annotations.Nullable;

/// Says what to look for in a prepared scene, until it is dismissed or the scene is left; other
/// draws are still the same scene.
final class SceneStrip extends Strip {
    private final Session session;
    private @Nullable Experiment scene;

    SceneStrip(Session session) {
        super(Tone.INFORMATION);
        this.session = session;
        session.experimentProperty().subscribe(this::leaveScene);
        session.inGestureProperty().subscribe(this::giveBackRoom);
    }

    /// What to look for in what is shown now.
    void advise(String sentences) {
        say(sentences);
        scene = session.experiment();
    }

    private void leaveScene(Experiment now) {
        if (scene != null && !now.withSeed(scene.seed()).equals(scene)) {
            scene = null;
            setVisible(false);
            giveBackRoom();
        }
    }

    /// The room of advice that is over goes back to the charts, but not while a slider is dragged.
    private void giveBackRoom() {
        if (scene == null && !session.inGestureProperty().get()) {
            dismiss();
        }
    }
}
