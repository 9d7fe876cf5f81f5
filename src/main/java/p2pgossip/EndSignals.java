package p2pgossip;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets the program end in order when the process is told to end. A shutdown hook would come too
/// late: JavaFX has its own, which takes the screen away at the same time, and during a shutdown a
/// second signal does nothing.
final class EndSignals {

  private static final Logger LOG = LoggerFactory.getLogger(EndSignals.class);

  /// What to call to put back what a signal did before.
  private record Earlier(Class<?> signal, Class<?> handler, Object name, Object handledBy) {

    void restore() throws ReflectiveOperationException {
      @Nullable Object _ =
          signal.getMethod("handle", signal, handler).invoke(null, name, handledBy);
    }
  }

  private final List<Earlier> earlier = new ArrayList<>();
  private volatile Runnable action = () -> {};
  private volatile int exitStatus;

  /// Runs `action` on every signal that asks the process to end, on a thread of the JVM's. If that
  /// can't be arranged, a signal ends the process in the usual way.
  ///
  /// `sun.misc.Signal` is called by reflection: there is no supported alternative, and a direct
  /// call causes a warning that no annotation can suppress.
  void handleBy(Runnable action) {
    this.action = action;
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      handle(signal, handler, "INT", 130);
      handle(signal, handler, "TERM", 143);
    } catch (ReflectiveOperationException e) {
      LOG.debug("Signals end the process at once", e);
    }
  }

  private void handle(Class<?> signal, Class<?> handler, String name, int status)
      throws ReflectiveOperationException {
    Runnable onSignal = () -> signalled(status);
    MethodHandle run =
        MethodHandles.publicLookup()
            .findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
            .bindTo(onSignal);
    Object named = signal.getConstructor(String.class).newInstance(name);
    @Nullable Object before =
        signal
            .getMethod("handle", signal, handler)
            .invoke(
                null,
                named,
                MethodHandleProxies.asInterfaceInstance(
                    handler, MethodHandles.dropArguments(run, 0, signal)));
    if (before != null) {
      earlier.add(new Earlier(signal, handler, named, before));
    }
  }

  /// A signal has come.
  ///
  /// @param status the exit status that stands for it
  void signalled(int status) {
    exitStatus = status;
    action.run();
  }

  /// Lets the signals do again what they did before.
  void restore() {
    for (Earlier it : earlier) {
      try {
        it.restore();
      } catch (ReflectiveOperationException e) {
        LOG.debug("A signal keeps its action", e);
      }
    }
    earlier.clear();
  }

  /// The exit status that stands for the signal; 0 if none came.
  int exitStatus() {
    return exitStatus;
  }
}
