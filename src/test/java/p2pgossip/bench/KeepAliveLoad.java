package p2pgossip.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The cheapest client that keeps a server busy: one thread, plain sockets kept alive, one request
/// in progress on each, every answer of the same length.
final class KeepAliveLoad implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *([0-9]+)");

  private final Selector selector = Selector.open();
  private final List<SocketChannel> channels = new ArrayList<>();
  private final ByteBuffer received = ByteBuffer.allocateDirect(64 * 1024);
  private final byte[] request;
  private final int answerLength;

  KeepAliveLoad(InetSocketAddress target, int connections, String path, String json)
      throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    request =
        ("POST "
                + path
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: "
                + body.length
                + "\r\n\r\n"
                + json)
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < connections; i++) {
      SocketChannel channel = SocketChannel.open(target);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channels.add(channel);
    }
    answerLength = lengthOfAnswer(channels.getFirst());
    for (SocketChannel channel : channels) {
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, new int[1]);
    }
  }

  private int lengthOfAnswer(SocketChannel channel) throws IOException {
    write(channel);
    StringBuilder answer = new StringBuilder();
    while (true) {
      received.clear();
      if (channel.read(received) < 0) {
        throw new IOException("closed after: " + answer);
      }
      answer.append(StandardCharsets.ISO_8859_1.decode(received.flip()));
      int headEnd = answer.indexOf("\r\n\r\n");
      Matcher length = LENGTH.matcher(answer);
      if (headEnd < 0 || !length.find()) {
        continue;
      }
      int whole = headEnd + 4 + Integer.parseInt(length.group(1));
      if (!answer.toString().startsWith("HTTP/1.1 200 ")) {
        throw new IOException("not answered with 200: " + answer);
      }
      if (answer.length() == whole) {
        return whole;
      }
    }
  }

  /// Runs for that long, and counts the answers.
  long run(Duration time) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    long answers = 0;
    for (SocketChannel channel : channels) {
      write(channel);
    }
    while (System.nanoTime() < end) {
      answers += serve(true);
    }
    int open = channels.size();
    while (open > 0) {
      int last = serve(false);
      answers += last;
      open -= last;
    }
    return answers;
  }

  private int serve(boolean goOn) throws IOException {
    int[] answers = new int[1];
    selector.select(
        key -> {
          try {
            answers[0] += read(key, goOn);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        1_000);
    return answers[0];
  }

  private int read(SelectionKey key, boolean goOn) throws IOException {
    SocketChannel channel = (SocketChannel) key.channel();
    int[] sofar = (int[]) key.attachment();
    received.clear();
    int count = channel.read(received);
    if (count < 0) {
      throw new IOException("the server closed a connection");
    }
    sofar[0] += count;
    if (sofar[0] < answerLength) {
      return 0;
    }
    sofar[0] = 0;
    if (goOn) {
      write(channel);
    }
    return 1;
  }

  private void write(SocketChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(request);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    for (SocketChannel channel : channels) {
      channel.close();
    }
    selector.close();
  }
}
