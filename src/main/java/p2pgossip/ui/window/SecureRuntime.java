package p2pgossip.ui.window;

import java.io.IOException;
import p2pgossip.peer.PeerRuntime;

/// Gives what peers over TLS share. They can run beside plain peers in the same process.
public interface SecureRuntime {

  /// Makes it when it is first needed, which waits for the disk: not on the FX thread. Called from
  /// any thread, also concurrently.
  ///
  /// @return always the same
  /// @throws IOException when there is no certificate and none can be made, with a reason for the
  ///     user
  PeerRuntime get() throws IOException;
}
