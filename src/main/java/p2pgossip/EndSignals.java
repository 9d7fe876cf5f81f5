package p2pgossip;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes windows in order when the process is told to end. A shutdown hook would come too late:
/// JavaFX has its own, which takes the screen away at the same time.
final class EndSignals {

  private static final Logger LOG = LoggerFactory.getLogger(EndSignals.class);

  private volatile int exitStatus;

  /// Runs `action` on every signal that asks the process to end, on a thread of the JVM's. If that
  /// can't be arranged, a signal ends the process in the usual way.
  ///
  /// `sun.misc.Signal` is called by reflection: there is no supported alternative, and a direct
  /// call causes a warning that no annotation can suppress.
  void handleBy(Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      handle(signal, handler, "INT", 130, action);
      handle(signal, handler, "TERM", 143, action);
    } catch (ReflectiveOperationException e) {
      LOG.debug("Signals end the process without closing its windows first", e);
    }
  }

  private void handle(Class<?> signal, Class<?> handler, String name, int status, Runnable action)
      throws ReflectiveOperationException {
    Runnable onSignal =
        () -> {
          exitStatus = status;
          action.run();
        };
    MethodHandle run =
        MethodHandles.publicLookup()
            .findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
            .bindTo(onSignal);
    signal
        .getMethod("handle", signal, handler)
        .invoke(
            null,
            signal.getConstructor(String.class).newInstance(name),
            MethodHandleProxies.asInterfaceInstance(
                handler, MethodHandles.dropArguments(run, 0, signal)));
  }

  /// The exit status that stands for the signal; 0 if none came.
  int exitStatus() {
    return exitStatus;
  }
}
