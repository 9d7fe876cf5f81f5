package p2pgossip.testing;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/// Runs the methods marked [Start] and [Stop] on the FX thread before and after each test, and then
/// closes all windows. It does the same as TestFX's ApplicationExtension without its pauses, and
/// fails a test that leaves an uncaught exception on the FX thread.
public final class OnScreen implements BeforeEachCallback, AfterEachCallback {

  static {
    UnseenScreen.install();
  }

  private final Recorder<Throwable> uncaught = new Recorder<>();

  @Override
  public void beforeEach(ExtensionContext context) throws TimeoutException {
    Stage stage = FxToolkit.registerPrimaryStage();
    Screen.act(
        () -> {
          Thread.currentThread().setUncaughtExceptionHandler((_, cause) -> uncaught.accept(cause));
          AnnotationSupport.findAnnotatedMethods(
                  context.getRequiredTestClass(), Start.class, HierarchyTraversalMode.TOP_DOWN)
              .forEach(
                  method ->
                      ReflectionSupport.invokeMethod(
                          method, context.getRequiredTestInstance(), stage));
        });
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Screen.act(
        () -> {
          AnnotationSupport.findAnnotatedMethods(
                  context.getRequiredTestClass(), Stop.class, HierarchyTraversalMode.BOTTOM_UP)
              .forEach(
                  method ->
                      ReflectionSupport.invokeMethod(method, context.getRequiredTestInstance()));
          List.copyOf(Window.getWindows()).forEach(Window::hide);
        });
    List<Throwable> left = uncaught.drain();
    if (!left.isEmpty()) {
      AssertionError failure = new AssertionError("uncaught on the FX thread: " + left);
      left.forEach(failure::addSuppressed);
      throw failure;
    }
  }
}
