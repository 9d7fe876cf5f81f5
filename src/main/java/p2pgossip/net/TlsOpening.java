package p2pgossip.net;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.ssl.TransportSecurityLayer;
import org.jspecify.annotations.Nullable;

/// A TLS connection that is being opened: it is handed on once it is connected and its handshake
/// has ended, in whichever order the two are reported.
final class TlsOpening {

  private final FutureCallback<IOSession> callback;
  private final AtomicBoolean told = new AtomicBoolean();

  // Guarded by this.
  private @Nullable IOSession session;
  private boolean shaken;

  /// @param callback is called once
  TlsOpening(FutureCallback<IOSession> callback) {
    this.callback = callback;
  }

  FutureCallback<IOSession> connected() {
    return new Half<>(opened -> session = opened);
  }

  FutureCallback<TransportSecurityLayer> handshake() {
    return new Half<>(_ -> shaken = true);
  }

  private void tellIfBoth() {
    IOSession opened;
    synchronized (this) {
      opened = shaken ? session : null;
    }
    if (opened != null && told.compareAndSet(false, true)) {
      callback.completed(opened);
    }
  }

  /// One of the two events that it waits for.
  private final class Half<T> implements FutureCallback<T> {

    private final Consumer<T> came;

    /// @param came called with the lock of the opening held
    Half(Consumer<T> came) {
      this.came = came;
    }

    @Override
    public void completed(T what) {
      synchronized (TlsOpening.this) {
        came.accept(what);
      }
      tellIfBoth();
    }

    @Override
    public void failed(Exception cause) {
      if (told.compareAndSet(false, true)) {
        callback.failed(cause);
      }
    }

    @Override
    public void cancelled() {
      if (told.compareAndSet(false, true)) {
        callback.cancelled();
      }
    }
  }
}
