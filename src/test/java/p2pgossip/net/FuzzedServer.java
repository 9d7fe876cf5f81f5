package p2pgossip.net;

import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import p2pgossip.fuzz.Must;
import p2pgossip.testing.Recorder;

/// A server on a real socket that is sent the fuzzer's inputs. One server serves all inputs, so the
/// next one meets whatever an input leaves behind.
final class FuzzedServer {

  /// In milliseconds; only streams of events last longer.
  private static final int PATIENCE = 50;

  private final ServedPeer peer;
  private final NextCaller next;

  /// A well-behaved caller, which must always be answered.
  interface NextCaller {
    void call(ServedPeer peer) throws Exception;
  }

  FuzzedServer(ServedPeer peer, NextCaller next) {
    this.peer = peer;
    this.next = next;
  }

  RecordingService service() {
    return peer.service;
  }

  /// Sends the input, then calls as another caller. The last byte says how much is sent first,
  /// separately, and whether the answer is awaited.
  void send(byte[] input) {
    int last = input.length == 0 ? 0 : input[input.length - 1];
    int first = Math.min(input.length, last & 3);
    boolean waits = (last & 4) == 0;
    try {
      try (RawConnection rough = peer.connect()) {
        rough.send(Arrays.copyOfRange(input, 0, first));
        rough.send(Arrays.copyOfRange(input, first, input.length));
        if (waits) {
          rough.finish(PATIENCE);
        }
      } catch (SocketException _) {
        // The server may hang up at any time.
      }
      next.call(peer);
    } catch (Exception e) {
      throw new AssertionError("it answers nobody any more", e);
    }
    RecordingService service = peer.service;
    if (!service.failed.isEmpty()) {
      throw new AssertionError("it failed: " + service.failed, service.failed.first().cause());
    }
    service.turnedAway.forEach(turned -> Must.beOneLine(turned.reason()));
    service.turnedAway.drain();
  }

  /// Forgets what was handed on so far.
  ///
  /// @return how much it was
  int takeHandedOn() {
    int count = 0;
    for (Recorder<?> requests : handedOn()) {
      count += requests.drain().size();
    }
    return count;
  }

  private List<Recorder<?>> handedOn() {
    RecordingService service = peer.service;
    return List.of(service.connected, service.heard, service.asked, service.left, service.tuned);
  }
}
