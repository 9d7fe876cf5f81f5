package p2pgossip.original;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// A request that came in, and what became of it.
///
/// @param status what was answered
/// @param refusedBecause null where it was taken
public record Received(
    InetAddress source, HttpMessage request, int status, @Nullable String refusedBecause) {

  /// Method and path, as in `POST /message`.
  public String what() {
    return request.what();
  }
}
