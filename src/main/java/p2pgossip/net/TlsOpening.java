package p2pgossip.net;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.ssl.TransportSecurityLayer;
import org.jspecify.annotations.Nullable;

/// A connection over TLS that is being opened: it is handed on once it stands and its handshake has come to
/// its end, in whichever order the two are told.
final class TlsOpening {

  private final FutureCallback<IOSession> callback;
  private final AtomicBoolean told = new AtomicBoolean();

  // Guarded by this.
  private @Nullable IOSession session;
  private boolean shaken;

  /// @param callback is told once
  TlsOpening(FutureCallback<IOSession> callback) {
    this.callback = callback;
  }

  FutureCallback<IOSession> connected() {
    return new FutureCallback<>() {
      @Override
      public void completed(IOSession opened) {
        synchronized (TlsOpening.this) {
          session = opened;
        }
        tellIfBoth();
      }

      @Override
      public void failed(Exception cause) {
        fail(cause);
      }

      @Override
      public void cancelled() {
        if (told.compareAndSet(false, true)) {
          callback.cancelled();
        }
      }
    };
  }

  FutureCallback<TransportSecurityLayer> handshake() {
    return new FutureCallback<>() {
      @Override
      public void completed(TransportSecurityLayer layer) {
        synchronized (TlsOpening.this) {
          shaken = true;
        }
        tellIfBoth();
      }

      @Override
      public void failed(Exception cause) {
        fail(cause);
      }

      @Override
      public void cancelled() {
        if (told.compareAndSet(false, true)) {
          callback.cancelled();
        }
      }
    };
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

  private void fail(Exception cause) {
    if (told.compareAndSet(false, true)) {
      callback.failed(cause);
    }
  }
}
