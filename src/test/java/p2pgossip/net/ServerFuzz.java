package p2pgossip.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.util.List;
import p2pgossip.fuzz.Must;
import p2pgossip.wire.PeerJson;
import p2pgossip.wire.WireException;

/// A server on a real socket: whatever is sent to it, it answers the next caller, and hands on no
/// more than was sent.
public final class ServerFuzz {

  /// One for all inputs: what an input leaves behind is for the next to stumble over.
  private static final ServedPeer PEER = open();

  /// Requests that the inputs so far may hold: one may be read when the next input is sent already.
  private static long sent;

  private static long handedOn;

  private ServerFuzz() {}

  private static ServedPeer open() {
    try {
      return new ServedPeer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void fuzzerTestOneInput(byte[] input) {
    RecordingService service = PEER.service;
    sent += new String(input, ISO_8859_1).split("POST", -1).length - 1;
    try {
      try (RawConnection rough = PEER.connect()) {
        rough.send(input);
      } catch (SocketException _) {
        // The server may hang up in the middle of it.
      }
      handshake();
    } catch (IOException | WireException e) {
      throw new AssertionError("it answers nobody any more", e);
    }
    if (!service.failed.isEmpty()) {
      throw new AssertionError("it failed: " + service.failed, service.failed.getFirst().cause());
    }
    for (List<?> requests :
        List.of(service.connected, service.heard, service.asked, service.left)) {
      handedOn += requests.size();
      requests.clear();
    }
    Must.beAtMost(sent, handedOn);
  }

  private static void handshake() throws IOException, WireException {
    try (RawConnection next = PEER.connect()) {
      RawAnswer answer = next.send(RawConnection.get("/")).answer();
      Must.beSame(200, answer.status());
      Must.beSame(PEER.service.self(), PeerJson.read(answer.body().getBytes(UTF_8)));
    }
  }
}
