package p2pgossip.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import p2pgossip.gossip.PeerAddress;

/// Many peers that cost next to nothing: one thread listens on a port for each, and gives fixed
/// answers. Some of them accept messages and never answer.
final class FrugalPeers implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)");

  private final Selector selector = Selector.open();
  private final ByteBuffer received = ByteBuffer.allocate(16 * 1024);
  private final List<ServerSocketChannel> listeners = new ArrayList<>();
  private final List<PeerAddress> addresses = new ArrayList<>();
  private final AtomicInteger messages = new AtomicInteger();
  private final AtomicLong lastMessageAt = new AtomicLong();
  private final Thread thread = Thread.ofPlatform().name("frugal-peers").unstarted(this::serve);

  /// What was read of one connection's present request.
  private record Caller(int port, boolean hangs, StringBuilder request) {}

  private record Door(int port, boolean hangs) {}

  /// @param hanging how many of them, counted from the last, answer no message
  FrugalPeers(int count, int hanging) throws IOException {
    InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
    for (int i = 0; i < count; i++) {
      ServerSocketChannel listener = ServerSocketChannel.open();
      listener.bind(new InetSocketAddress(loopback, 0), 128);
      listener.configureBlocking(false);
      int port = listener.socket().getLocalPort();
      listener.register(selector, SelectionKey.OP_ACCEPT, new Door(port, i >= count - hanging));
      listeners.add(listener);
      addresses.add(new PeerAddress(loopback, port));
    }
    thread.start();
  }

  List<PeerAddress> addresses() {
    return addresses;
  }

  /// How many messages were received, including those left hanging.
  int messages() {
    return messages.get();
  }

  /// When the last of them was received, as [System#nanoTime] counts.
  long lastMessageAt() {
    return lastMessageAt.get();
  }

  private void serve() {
    try {
      while (selector.isOpen()) {
        selector.select(
            key -> {
              try {
                if (key.isAcceptable()) {
                  accept(key);
                } else {
                  read(key);
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
      }
    } catch (ClosedSelectorException e) {
      // Closed in between: there is nobody left to serve.
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(SelectionKey key) throws IOException {
    Door door = (Door) key.attachment();
    SocketChannel channel = ((ServerSocketChannel) key.channel()).accept();
    if (channel != null) {
      channel.configureBlocking(false);
      Caller caller = new Caller(door.port(), door.hangs(), new StringBuilder());
      channel.register(selector, SelectionKey.OP_READ, caller);
    }
  }

  private void read(SelectionKey key) throws IOException {
    SocketChannel channel = (SocketChannel) key.channel();
    received.clear();
    try {
      if (channel.read(received) < 0) {
        channel.close();
        return;
      }
    } catch (IOException e) {
      // The caller has given up, as it should on a peer that hangs.
      channel.close();
      return;
    }
    Caller caller = (Caller) key.attachment();
    caller.request().append(StandardCharsets.ISO_8859_1.decode(received.flip()));
    int headEnd = caller.request().indexOf("\r\n\r\n");
    if (headEnd < 0) {
      return;
    }
    Matcher length = LENGTH.matcher(caller.request());
    int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
    if (caller.request().length() < headEnd + 4 + body) {
      return;
    }
    String answer = answer(caller);
    caller.request().setLength(0);
    if (!answer.isEmpty()) {
      channel.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
    }
  }

  /// Empty if there is none.
  private String answer(Caller caller) {
    String request = caller.request().toString();
    if (request.startsWith("POST /message ")) {
      lastMessageAt.set(System.nanoTime());
      messages.incrementAndGet();
      return caller.hangs()
          ? ""
          : answer("application/json", request.substring(request.indexOf("\r\n\r\n") + 4));
    }
    if (request.startsWith("POST /connect ")) {
      return answer("text/plain", "connected");
    }
    if (request.startsWith("GET /known_peers ")) {
      return answer("application/json", "{}");
    }
    return answer(
        "application/json",
        "{\"started\":\"2026-11-22T06:45:06.601679016Z\",\"period\":{\"secs\":5,\"nanos\":0},\"port\":"
            + caller.port()
            + ",\"host_alias\":null}");
  }

  private static String answer(String type, String body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: "
        + type
        + "\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  @Override
  public void close() throws IOException {
    selector.close();
    for (ServerSocketChannel listener : listeners) {
      listener.close();
    }
  }
}
