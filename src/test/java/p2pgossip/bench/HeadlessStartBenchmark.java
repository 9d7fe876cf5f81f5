package p2pgossip.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// The time from the start of the program without a window to the first handshake that it answers:
/// of `java` with the AOT cache of run.sh and without it, and of run.sh as a whole. They take
/// turns; the median of each counts.
///
/// Arguments, all optional: starts of each (7).
public final class HeadlessStartBenchmark {

  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final byte[] HANDSHAKE =
      "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final Path log = Files.createTempFile("p2pgossip-start", ".log");
  private final Starts cached = new Starts();
  private final Starts uncached = new Starts();
  private final Starts whole = new Starts();

  private HeadlessStartBenchmark() throws IOException {}

  public static void main(String[] args) throws IOException, InterruptedException {
    new HeadlessStartBenchmark().run(args.length > 0 ? Integer.parseInt(args[0]) : 7);
  }

  private void run(int starts) throws IOException, InterruptedException {
    for (int i = 0; i < starts; i++) {
      int port = freePort();
      BuiltProgram program = BuiltProgram.with("--headless", "--port", Integer.toString(port));
      start(program.withCache(), port, cached);
      start(program.withoutCache(), port, uncached);
      start(BuiltProgram.script("--headless", "--port", Integer.toString(port)), port, whole);
    }
    Files.delete(log);
    print("java, with the AOT cache", cached, "< 0.6 s");
    print("java, without it", uncached, "beside the line above");
    print("./run.sh, with the AOT cache", whole, "what a user waits for");
  }

  private void start(BuiltProgram program, int port, Starts starts)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    Process process = program.start(log, Map.of());
    try {
      while (!isAnswered(port)) {
        if (!process.isAlive()) {
          throw new IOException("the program ended:\n" + Files.readString(log));
        }
        LockSupport.parkNanos(2_000_000);
      }
      starts.add(process, begun);
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private static boolean isAnswered(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(LOOPBACK, port), 1_000);
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(HANDSHAKE);
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return answer.startsWith("HTTP/1.1 200 ") && answer.contains("\"started\"");
    } catch (IOException e) {
      // It does not listen yet.
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
      return socket.getLocalPort();
    }
  }

  private static void print(String how, Starts starts, String expected) {
    new Row(
            "Start of a headless peer until its first answered handshake: " + how,
            starts.toString(),
            expected)
        .print();
  }
}
