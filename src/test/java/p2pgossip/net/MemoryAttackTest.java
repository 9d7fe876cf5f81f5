package p2pgossip.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;

/// What is sent to a peer before it has let anybody in must not fill its memory. The peer runs in a
/// process of its own with a small heap, since a full heap brings down everything that shares it.
class MemoryAttackTest {

  private static final int CONNECTIONS = 150;
  private static final Pattern RUNS = Pattern.compile("This peer runs at 127\\.0\\.0\\.1:([0-9]+)");

  private static final String POST =
      "POST /message HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n";

  private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";

  /// The beginning of a request, and what then follows without end.
  private static Map<String, List<String>> attacks() {
    return Map.of(
        "trailers", List.of(CHUNKED + "2\r\n{}\r\n0\r\n", manyNames()),
        "one trailer", List.of(CHUNKED + "2\r\n{}\r\n0\r\nname: ", "x".repeat(4_096)),
        "chunk extensions", List.of(CHUNKED + "2;", "x".repeat(4_096)),
        "small chunks", List.of(CHUNKED, "1\r\n \r\n".repeat(1_000)),
        "a head", List.of("GET / HTTP/1.1\r\nName: ", "x".repeat(4_096)),
        "headers", List.of("GET / HTTP/1.1\r\n", manyNames()),
        "parameters", List.of("GET /?", "a&b&c&d&".repeat(500)),
        "empty lines", List.of("\r\n", "\r\n".repeat(2_000)),
        "a body that was refused",
            List.of(POST + "Content-Length: 100000000\r\n\r\n", "x".repeat(4_096)),
        "chunks that were refused",
            List.of("POST /nowhere HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", manyNames()));
  }

  /// Each name takes many times its six bytes.
  private static String manyNames() {
    return IntStream.range(0, 3_000)
        .mapToObj(i -> Integer.toString(i + 50_000, 36) + ":\r\n")
        .collect(Collectors.joining());
  }

  @Test
  void noEndlessRequestBringsAPeerDown() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dorg.jboss.logging.provider=slf4j",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                "p2pgossip.Main",
                "--headless",
                "-p",
                "0")
            .redirectErrorStream(true)
            .start();
    try (BufferedReader said = process.inputReader();
        ExecutorService attackers = Executors.newVirtualThreadPerTaskExecutor();
        HttpPeerClient client =
            new HttpPeerClient(ClientLimits.DEFAULT.withTime(Duration.ofSeconds(30)))) {
      PeerAddress peer = address(said);
      for (Map.Entry<String, List<String>> attack : attacks().entrySet()) {
        List<Future<?>> under = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
          under.add(attackers.submit(() -> attack(peer, attack.getValue())));
        }
        for (Future<?> one : under) {
          one.get();
        }
        assertThat(Told.of(client, new Request.Handshake(peer)))
            .as(attack.getKey())
            .isInstanceOf(Reply.Introduced.class);
      }
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static PeerAddress address(BufferedReader said) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      lines.add(line);
      Matcher runs = RUNS.matcher(line);
      if (runs.find()) {
        return new PeerAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(runs.group(1)));
      }
    }
    throw new AssertionError("the peer did not start: " + lines);
  }

  /// Sends up to half a megabyte, until the connection is closed or no longer read.
  private static void attack(PeerAddress peer, List<String> words) {
    byte[] again = words.get(1).getBytes(US_ASCII);
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(peer.ip(), peer.port()), 10_000);
      socket.getOutputStream().write(words.get(0).getBytes(US_ASCII));
      for (int sent = 0; sent < 512 * 1024; sent += again.length) {
        socket.getOutputStream().write(again);
      }
      socket.setSoTimeout(200);
      var _ = socket.getInputStream().readNBytes(1 << 16);
    } catch (IOException e) {
      // The connection is closed, as it should be, or no longer read, which is as good.
    }
  }
}
