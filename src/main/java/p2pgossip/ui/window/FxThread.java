package p2pgossip.ui.window;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The only bridge to the FX thread. Tasks run there later, in order. After the toolkit has ended
/// they are dropped.
public final class FxThread implements Executor {

  @Override
  public void execute(Runnable task) {
    try {
      Platform.runLater(task);
    } catch (IllegalStateException e) {
      // The toolkit has ended: there is no screen left to change.
      return;
    }
  }
}
