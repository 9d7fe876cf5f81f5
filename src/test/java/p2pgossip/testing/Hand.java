package p2pgossip.testing;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;
import org.testfx.service.query.PointQuery;

/// The mouse and keyboard of a test. TestFX's robot moves the pointer in small steps and sleeps
/// after each event; this one jumps, and waits for one pulse after each call.
public final class Hand extends FxRobot {

  @Override
  public Hand interact(Runnable runnable) {
    Screen.act(runnable);
    return this;
  }

  @Override
  public <T> Hand interact(Callable<T> callable) {
    Screen.act(
        () -> {
          try {
            callable.call();
          } catch (RuntimeException e) {
            throw e;
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
    return this;
  }

  private static void robot(Consumer<Robot> action) {
    Screen.see(
        () -> {
          action.accept(Device.ROBOT);
          return null;
        });
  }

  /// One for the process: it remembers which keys and buttons are held, and where the pointer is.
  private static final class Device {
    static final Robot ROBOT = new Robot();
  }

  @Override
  public Hand press(KeyCode... keys) {
    for (KeyCode key : keys) {
      robot(robot -> robot.keyPress(onThisSystem(key)));
    }
    Screen.awaitPulse();
    return this;
  }

  /// In reverse order, as fingers do. Without keys it does nothing, since calls release what they
  /// press.
  @Override
  public Hand release(KeyCode... keys) {
    for (KeyCode key : Arrays.asList(keys).reversed()) {
      robot(robot -> robot.keyRelease(onThisSystem(key)));
    }
    Screen.awaitPulse();
    return this;
  }

  private static KeyCode onThisSystem(KeyCode key) {
    if (key != KeyCode.SHORTCUT) {
      return key;
    }
    return System.getProperty("os.name").startsWith("Mac") ? KeyCode.COMMAND : KeyCode.CONTROL;
  }

  @Override
  public Hand push(KeyCode... keys) {
    return press(keys).release(keys);
  }

  @Override
  public Hand type(KeyCode... keys) {
    for (KeyCode key : keys) {
      push(key);
    }
    return this;
  }

  @Override
  public Hand type(KeyCode key, int times) {
    for (int i = 0; i < times; i++) {
      push(key);
    }
    return this;
  }

  @Override
  public Hand write(char character) {
    return write(String.valueOf(character));
  }

  @Override
  public Hand write(String text) {
    for (char character : text.toCharArray()) {
      Screen.see(
          () -> {
            write(focused(), String.valueOf(character));
            return null;
          });
    }
    Screen.awaitPulse();
    return this;
  }

  @Override
  public Hand write(String text, int pauseMillis) {
    return write(text);
  }

  private static void write(EventTarget target, String character) {
    fire(target, KeyEvent.KEY_PRESSED, "");
    fire(target, KeyEvent.KEY_TYPED, character);
    fire(target, KeyEvent.KEY_RELEASED, "");
  }

  private static void fire(EventTarget target, EventType<KeyEvent> type, String character) {
    Event.fireEvent(
        target,
        new KeyEvent(type, character, character, KeyCode.UNDEFINED, false, false, false, false));
  }

  private static EventTarget focused() {
    Scene scene =
        Window.getWindows().stream()
            .filter(Window::isFocused)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no window has the keyboard"))
            .getScene();
    return scene.getFocusOwner() == null ? scene : scene.getFocusOwner();
  }

  @Override
  public Hand moveTo(PointQuery point, Motion motion) {
    robot(robot -> robot.mouseMove(point.query()));
    Screen.awaitPulse();
    return this;
  }

  @Override
  public Hand moveBy(double x, double y, Motion motion) {
    robot(robot -> robot.mouseMove(robot.getMousePosition().add(x, y)));
    Screen.awaitPulse();
    return this;
  }

  @Override
  public Hand press(MouseButton... buttons) {
    robot(robot -> robot.mousePress(buttonsOrPrimary(buttons)));
    Screen.awaitPulse();
    return this;
  }

  @Override
  public Hand release(MouseButton... buttons) {
    robot(robot -> robot.mouseRelease(buttonsOrPrimary(buttons)));
    Screen.awaitPulse();
    return this;
  }

  private static MouseButton[] buttonsOrPrimary(MouseButton... buttons) {
    return buttons.length == 0 ? new MouseButton[] {MouseButton.PRIMARY} : buttons;
  }

  @Override
  public Hand clickOn(MouseButton... buttons) {
    MouseButton[] pressed = buttonsOrPrimary(buttons);
    robot(
        robot -> {
          robot.mousePress(pressed);
          robot.mouseRelease(pressed);
        });
    Screen.awaitPulse();
    return this;
  }

  /// In one turn of the FX thread, so that nothing moves between the look-up and the click.
  @Override
  public Hand clickOn(PointQuery point, Motion motion, MouseButton... buttons) {
    MouseButton[] pressed = buttonsOrPrimary(buttons);
    robot(
        robot -> {
          Screen.layOut();
          robot.mouseMove(point.query());
          robot.mousePress(pressed);
          robot.mouseRelease(pressed);
        });
    Screen.awaitPulse();
    return this;
  }

  @Override
  public Hand drag(PointQuery point, MouseButton... buttons) {
    return moveTo(point, Motion.DEFAULT).press(buttons);
  }

  /// In two steps, since the first step of a drag may only begin it.
  @Override
  public Hand dropTo(PointQuery point) {
    robot(
        robot -> {
          Point2D end = point.query();
          robot.mouseMove(robot.getMousePosition().midpoint(end));
          robot.mouseMove(end);
        });
    return release(MouseButton.PRIMARY);
  }
}
