package p2pgossip;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.ui.window.SecureRuntime;

/// Makes a runtime when it is first needed, and closes it at the end. Thread-safe.
final class LazyRuntime implements SecureRuntime, AutoCloseable {

  private final Maker maker;
  private @Nullable PeerRuntime made;
  private boolean closed;

  /// Makes the runtime.
  interface Maker {
    PeerRuntime make() throws IOException;
  }

  LazyRuntime(Maker maker) {
    this.maker = maker;
  }

  @Override
  public synchronized PeerRuntime get() throws IOException {
    if (closed) {
      throw new IOException("the program is ending");
    }
    if (made == null) {
      made = maker.make();
    }
    return made;
  }

  /// Idempotent.
  @Override
  public synchronized void close() {
    closed = true;
    if (made != null) {
      made.close();
    }
  }
}
