package dev.weightscope.ui.testing;

import java.util.List;
import java.util.concurrent.Callable;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.api.FxToolkitContext;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.Motion;
import org.testfx.robot.MouseRobot;
import org.testfx.service.query.PointQuery;
import org.testfx.util.WaitForAsyncUtils;

/// The toolkit for a test of a window, and its robot, which goes on as soon as what it did has
/// settled, see [Settling], where that of TestFX sleeps for 50 to 300 ms each time.
public final class WindowExtension extends ApplicationExtension {
    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        Class<?> test = context.getRequiredTestClass();
        if (!AnnotationSupport.isAnnotated(test, WindowTest.class)) {
            throw new IllegalStateException(
                    "another window's test may run beside "
                            + test.getName()
                            + "; annotate it with @WindowTest alone");
        }
        super.beforeEach(context);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        super.afterEach(context);
        forgetEvents();
    }

    /// TestFX keeps all events of its stage until another is registered, and with them each window
    /// that one was fired at.
    public static void forgetEvents() {
        FxToolkitContext toolkit = FxToolkit.toolkitContext();
        WaitForAsyncUtils.waitFor(
                WaitForAsyncUtils.asyncFx(
                        () -> toolkit.setRegisteredStage(toolkit.getRegisteredStage())));
    }

    @Override
    public FxRobot interact(Runnable work) {
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(work));
        return settled();
    }

    @Override
    public <T> FxRobot interact(Callable<T> work) {
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(work));
        return settled();
    }

    @Override
    public FxRobot type(KeyCode... keys) {
        for (KeyCode key : keys) {
            push(key);
        }
        return this;
    }

    @Override
    public FxRobot push(KeyCode... keys) {
        KeyboardRobot keyboard = robotContext().getKeyboardRobot();
        keyboard.pressNoWait(keys);
        keyboard.releaseNoWait(List.of(keys).reversed().toArray(KeyCode[]::new));
        return settled();
    }

    @Override
    public FxRobot moveTo(PointQuery place, Motion motion) {
        return moveTo(place.query());
    }

    @Override
    public FxRobot moveTo(Point2D point) {
        robotContext().getMouseRobot().moveNoWait(point);
        return settled();
    }

    @Override
    public FxRobot clickOn(PointQuery place, Motion motion, MouseButton... buttons) {
        moveTo(place.query());
        return clickOn(buttons);
    }

    @Override
    public FxRobot clickOn(MouseButton... buttons) {
        MouseRobot mouse = robotContext().getMouseRobot();
        MouseButton[] pressed =
                buttons.length == 0 ? new MouseButton[] {MouseButton.PRIMARY} : buttons;
        mouse.pressNoWait(pressed);
        mouse.releaseNoWait(pressed);
        return settled();
    }

    private FxRobot settled() {
        Settling.await();
        return this;
    }
}
