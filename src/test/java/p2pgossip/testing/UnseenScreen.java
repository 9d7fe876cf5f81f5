package p2pgossip.testing;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.PlatformFactory;
import com.sun.glass.ui.View;
import com.sun.glass.ui.headless.HeadlessApplication;
import com.sun.glass.ui.headless.HeadlessPlatformFactory;
import com.sun.glass.ui.headless.HeadlessView;
import java.lang.reflect.Field;

/// JavaFX's headless screen without its picture. Windows are laid out and painted as on that one,
/// and snapshots are made of their scenes; what they painted is thrown away. JavaFX 26 copies it
/// pixel by pixel, with an object for each: more than half of all memory that the tests took from
/// the heap, and a fifth of their processor time, for a picture that no test looks at.
final class UnseenScreen extends HeadlessPlatformFactory {

  /// Makes it the screen of this process, if the headless one was chosen and JavaFX has not yet
  /// started.
  static void install() {
    if (!"Headless".equals(System.getProperty("glass.platform"))) {
      return;
    }
    try {
      Field instance = PlatformFactory.class.getDeclaredField("instance");
      instance.setAccessible(true);
      if (instance.get(null) == null) {
        instance.set(null, new UnseenScreen());
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("JavaFX no longer keeps its platform in this field", e);
    }
  }

  @Override
  public Application createApplication() {
    return new HeadlessApplication() {
      @Override
      public View createView() {
        return new HeadlessView() {
          @Override
          protected void _uploadPixels(long pointer, Pixels pixels) {}
        };
      }
    };
  }
}
