package p2pgossip.original;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// A request that was received, and its outcome.
///
/// @param status of the answer
/// @param refusedBecause null if it was accepted
public record Received(
    InetAddress source, HttpMessage request, int status, @Nullable String refusedBecause) {

  /// Method and path, as in `POST /message`.
  public String what() {
    return request.what();
  }
}
