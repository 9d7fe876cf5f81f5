package p2pgossip.ui.window;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The one bridge to the FX thread. What is handed to it runs there later, in order; after the
/// toolkit has ended it is dropped.
public final class FxThread implements Executor {

  @Override
  public void execute(Runnable task) {
    try {
      Platform.runLater(task);
    } catch (IllegalStateException e) {
      // The toolkit has ended: there is no screen left that the task could change.
      return;
    }
  }
}
