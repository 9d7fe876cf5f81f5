package p2pgossip.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.IoUtils;
import org.xnio.conduits.StreamSourceConduit;

/// Counts everything that a caller sends, and cuts the connection when a caller has sent more than
/// any request needs since its last answer: in its head, its body, the lines between chunks,
/// trailers, or the handshake and records of TLS. Used by one thread.
final class CountedConduit extends WatchedConduit {

  private final Visit visit;
  private final Callers callers;
  private final long most;
  private final long held;

  /// @param most bytes of one request
  /// @param held bytes added for each request that has begun
  CountedConduit(StreamSourceConduit next, Visit visit, Callers callers, long most, long held) {
    super(next);
    this.visit = visit;
    this.callers = callers;
    this.most = most;
    this.held = held;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (!visit.mayBeRead()) {
      return 0;
    }
    int count = super.read(target);
    count(count);
    return count;
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
    if (!visit.mayBeRead()) {
      return 0;
    }
    long count = super.read(targets, offset, length);
    count(count);
    return count;
  }

  private void count(long bytes) throws IOException {
    if (bytes <= 0) {
      return;
    }
    visit.took(bytes, held, callers.tick());
    if (visit.received() > most) {
      IoUtils.safeClose(visit.connection());
      throw new IOException("a request of more than " + most + " bytes");
    }
  }
}
