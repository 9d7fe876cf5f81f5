package p2pgossip.net;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import p2pgossip.gossip.PeerAddress;

/// Explains why a port can't be bound.
public final class BindFailure {

  private BindFailure() {}

  /// The failure with a message for the user.
  public static BindException inWords(InetAddress bind, int port, IOException cause) {
    String host = PeerAddress.text(bind);
    String said = String.valueOf(cause.getMessage());
    String words;
    if (said.contains("in use")) {
      words = "port " + port + " of " + host + " is taken by another program; choose another one";
    } else if (said.contains("Permission denied")) {
      words = "port " + port + " is reserved; choose one from 1024 to 65535";
    } else if (said.contains("assign requested")) {
      words = host + " is not an address of this machine";
    } else {
      words = "port " + port + " of " + host + " can't be used: " + said;
    }
    BindException exception = new BindException(words);
    exception.initCause(cause);
    return exception;
  }
}
