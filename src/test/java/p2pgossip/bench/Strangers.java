package p2pgossip.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// Hostile callers, each kind of them bounded in number and in time.
final class Strangers {

  private static final int CONNECTIONS = 64;
  private static final int SLOW_READERS = 60;
  private static final int HALF_OPEN = 500;
  private static final int SHORT_CONNECTIONS = 10_000;
  private static final int PIPELINED = 100;
  private static final int PATIENCE_MILLIS = 10_000;

  private static final String JSON = "{\"message\":\"Have you heard? Nobody has.\"}";
  private static final String HALF_A_HEAD = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nAcc";
  private static final String HALF_A_BODY =
      "POST /message HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
          + "Content-Length: 60\r\n\r\n{\"mess";

  private final InetSocketAddress peer;
  private final LongAdder answered = new LongAdder();
  private final LongAdder broken = new LongAdder();

  Strangers(InetSocketAddress peer) {
    this.peer = peer;
  }

  /// Requests that were answered so far, with any answer.
  long answered() {
    return answered.sum();
  }

  /// Requests and connections that failed so far.
  long broken() {
    return broken.sum();
  }

  /// How long a new caller waits for the answer to a handshake.
  Duration freshCall() throws IOException {
    long begun = System.nanoTime();
    try (Socket socket = connect()) {
      send(socket, get("/", "Connection: close\r\n"));
      readAnswer(new BufferedInputStream(socket.getInputStream()));
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /// Sends requests without a pause, over kept connections, half of them `POST /message`.
  void press(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CONNECTIONS; i++) {
        byte[] request = i % 2 == 0 ? post() : get("/", "");
        callers.execute(() -> press(request, end));
      }
    }
  }

  private void press(byte[] request, long end) {
    try (Socket socket = connect()) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      while (System.nanoTime() - end < 0) {
        send(socket, request);
        readAnswer(in);
        answered.increment();
      }
    } catch (IOException e) {
      broken.increment();
    }
  }

  /// Asks for much, and reads nothing of it.
  void neverRead(Duration time) {
    String[] paths = {"/known_peers", "/state", "/events"};
    hold(
        time,
        SLOW_READERS,
        i -> {
          String request = new String(get(paths[i % paths.length], ""), StandardCharsets.US_ASCII);
          return request.repeat(PIPELINED).getBytes(StandardCharsets.US_ASCII);
        });
  }

  /// Begins requests and does not end them.
  void halfOpen(Duration time) {
    hold(
        time,
        HALF_OPEN,
        i -> (i % 2 == 0 ? HALF_A_HEAD : HALF_A_BODY).getBytes(StandardCharsets.US_ASCII));
  }

  @FunctionalInterface
  private interface Opening {
    byte[] ofCaller(int number);
  }

  private void hold(Duration time, int count, Opening opening) {
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        try {
          Socket socket = new Socket();
          sockets.add(socket);
          socket.setReceiveBufferSize(1_024);
          socket.connect(peer, PATIENCE_MILLIS);
          send(socket, opening.ofCaller(i));
        } catch (IOException e) {
          broken.increment();
        }
      }
      Waiting.pause(time);
    } finally {
      sockets.forEach(Strangers::close);
    }
  }

  /// Connects 10,000 times, each time for one request.
  void comeAndGo() {
    AtomicInteger left = new AtomicInteger(SHORT_CONNECTIONS);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CONNECTIONS; i++) {
        callers.execute(
            () -> {
              while (left.getAndDecrement() > 0) {
                try {
                  freshCall();
                  answered.increment();
                } catch (IOException e) {
                  broken.increment();
                }
              }
            });
      }
    }
  }

  void allAtOnce(Duration time) {
    try (ExecutorService kinds = Executors.newVirtualThreadPerTaskExecutor()) {
      kinds.execute(() -> press(time));
      kinds.execute(() -> neverRead(time));
      kinds.execute(() -> halfOpen(time));
      kinds.execute(this::comeAndGo);
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(peer, PATIENCE_MILLIS);
      return socket;
    } catch (IOException e) {
      close(socket);
      throw e;
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // The peer has closed its end already, as it may.
    }
  }

  private static void send(Socket socket, byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  private static byte[] get(String path, String headers) {
    return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] post() {
    return ("POST /message HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            + "Content-Length: "
            + JSON.length()
            + "\r\n\r\n"
            + JSON)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static void readAnswer(InputStream in) throws IOException {
    int length = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      }
    }
    in.skipNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0) {
        throw new EOFException("closed after \"" + line + "\"");
      }
      line.append((char) octet);
    }
    return line.toString().stripTrailing();
  }
}
