package p2pgossip.original;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// The input of a connection, with a time limit for all of it together, so that an answer that
/// trickles without end ends too.
final class DeadlineInput extends InputStream {

  private final Socket socket;
  private final InputStream in;
  private final long deadline;

  /// @param deadline by the clock of [System#nanoTime]
  DeadlineInput(Socket socket, long deadline) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.deadline = deadline;
  }

  /// At least 1; after the deadline it throws.
  static int millisUntil(long deadline) throws SocketTimeoutException {
    long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    if (left <= 0) {
      throw new SocketTimeoutException("timed out");
    }
    return (int) Math.min(left, Integer.MAX_VALUE);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int most) throws IOException {
    socket.setSoTimeout(millisUntil(deadline));
    return in.read(bytes, from, most);
  }
}
