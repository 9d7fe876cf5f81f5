package p2pgossip.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import p2pgossip.fuzz.Must;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.testing.Recorder;
import p2pgossip.wire.ExchangeJson;
import p2pgossip.wire.MessageJson;
import p2pgossip.wire.PeerJson;
import p2pgossip.wire.ProblemJson;
import p2pgossip.wire.TuningJson;
import p2pgossip.wire.WireException;

/// Valid requests with any body, over a kept connection: the body reaches the peer, in whatever
/// pieces it arrives, and nothing else does.
public final class RequestFuzz {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final List<String> PATHS =
      List.of("/message", "/connect", "/leave", "/rumors", "/settings");
  private static final PeerSettings SETTINGS = PeerSettings.DEFAULT.withTunable(true);
  private static final ServedPeer PEER = open();

  private static @Nullable RawConnection connection;

  private RequestFuzz() {}

  /// What must reach the peer, if anything, with the status of the answer.
  private record Expected(int status, List<Object> handedOn, String problem) {}

  private static ServedPeer open() {
    try {
      ServedPeer peer = new ServedPeer();
      return peer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The first character is the number of a path; the second says in what pieces the body is sent:
  /// `0` as a whole, an odd one in chunks, an even one with its length.
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length < 2) {
      return;
    }
    String path = PATHS.get(Math.floorMod(input[0] - '0', PATHS.size()));
    byte[] body = Arrays.copyOfRange(input, 2, input.length);
    PEER.service.settings = SETTINGS;
    Expected expected = expected(path, body);
    RawAnswer answer;
    try {
      answer = ask(path, body, input[1] - '0');
    } catch (IOException e) {
      connection = null;
      throw new AssertionError("it does not answer", e);
    }
    Must.beSame(expected.handedOn(), takeHandedOn());
    Must.beSame(expected.status(), answer.status());
    if (expected.status() == 400) {
      String problem = ProblemJson.readDetail(answer.body().getBytes(UTF_8));
      Must.beSame(expected.problem(), String.valueOf(problem));
    }
  }

  private static Expected expected(String path, byte[] body) {
    try {
      return switch (path) {
        case "/message" -> good(200, new RecordingService.Heard(HERE, MessageJson.read(body)));
        case "/connect" -> good(200, new RecordingService.Connected(HERE, PeerJson.read(body)));
        case "/leave" -> good(204, new RecordingService.Left(HERE, PeerJson.read(body)));
        case "/rumors" -> {
          ExchangeJson.Question question = ExchangeJson.readQuestion(body);
          yield good(200, new RecordingService.Asked(HERE, question.from(), question.digest()));
        }
        default -> good(200, new RecordingService.Tuned(HERE, null, TuningJson.read(body)));
      };
    } catch (WireException e) {
      Must.beOneLine(e.reason());
      return new Expected(400, List.of(), e.reason());
    }
  }

  private static Expected good(int status, Object handedOn) {
    return new Expected(status, List.of(handedOn), "");
  }

  private static RawAnswer ask(String path, byte[] body, int pieces) throws IOException {
    boolean chunked = (pieces & 1) != 0;
    RawConnection kept = connection;
    if (kept == null) {
      kept = PEER.connect();
      connection = kept;
    }
    kept.send(
        (path.equals("/settings") ? "PATCH " : "POST ")
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            + (chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length)
            + "\r\n\r\n");
    Random random = new Random(pieces);
    int from = 0;
    while (from < body.length) {
      int most = body.length - from;
      int length = pieces == 0 ? most : Math.min(most, 1 + random.nextInt(1 + body.length / 4));
      byte[] piece = Arrays.copyOfRange(body, from, from + length);
      kept.send(chunked ? chunk(piece) : piece);
      from += length;
    }
    if (chunked) {
      kept.send("0\r\n\r\n");
    }
    return kept.answer();
  }

  private static byte[] chunk(byte[] piece) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes((Integer.toHexString(piece.length) + "\r\n").getBytes(ISO_8859_1));
    out.writeBytes(piece);
    out.writeBytes("\r\n".getBytes(ISO_8859_1));
    return out.toByteArray();
  }

  private static List<Object> takeHandedOn() {
    RecordingService service = PEER.service;
    if (!service.failed.isEmpty()) {
      throw new AssertionError("it failed: " + service.failed, service.failed.first().cause());
    }
    List<Object> all = new ArrayList<>();
    for (Recorder<?> requests :
        List.of(service.connected, service.heard, service.asked, service.left, service.tuned)) {
      all.addAll(requests.drain());
    }
    return all;
  }
}
