package p2pgossip.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.conduits.StreamSourceConduit;

/// The decrypted bytes of a caller: skips empty lines before a request (RFC 9112, section 2.2), and
/// gives up a head that is too long. Used by one thread.
final class HeadConduit extends WatchedConduit {

  private final Visit visit;
  private final int most;
  private final Runnable tooLong;

  /// Bytes of the head so far.
  private int bytes;

  private int answers;

  /// Bytes thrown away since the head was given up.
  private int thrownAway;

  /// Whether the head so far consists of empty lines.
  private boolean empty = true;

  /// @param most bytes of a head
  /// @param tooLong answers and closes the connection
  HeadConduit(StreamSourceConduit next, Visit visit, int most, Runnable tooLong) {
    super(next);
    this.visit = visit;
    this.most = most;
    this.tooLong = tooLong;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (!visit.isHeadIncomplete()) {
      return super.read(target);
    }
    if (answers != visit.answers()) {
      answers = visit.answers();
      bytes = 0;
      empty = true;
    }
    while (true) {
      if (bytes >= most) {
        return throwAway();
      }
      int start = target.position();
      int count = readSome(target);
      if (count <= 0) {
        return count;
      }
      visit.begin();
      bytes += count;
      if (empty) {
        leaveOutEmptyLines(target, start);
      }
      if (target.position() > start) {
        return target.position() - start;
      }
    }
  }

  /// Throws away input, because closing a connection with unread input loses the answer.
  ///
  /// @return 0 while there may be more, -1 when it is enough
  private int throwAway() throws IOException {
    if (thrownAway == 0) {
      tooLong.run();
    }
    ByteBuffer scratch = ByteBuffer.allocate(1_024);
    int count;
    do {
      scratch.clear();
      count = super.read(scratch);
      thrownAway += Math.max(0, count);
    } while (count > 0 && thrownAway < most);
    thrownAway = Math.max(1, thrownAway);
    return count < 0 || thrownAway >= most ? -1 : 0;
  }

  private int readSome(ByteBuffer target) throws IOException {
    int limit = target.limit();
    target.limit(Math.min(limit, target.position() + most - bytes));
    try {
      return super.read(target);
    } finally {
      target.limit(limit);
    }
  }

  private void leaveOutEmptyLines(ByteBuffer target, int start) {
    int end = target.position();
    int first = start;
    while (first < end && isLineEnd(target.get(first))) {
      first++;
    }
    empty = first == end;
    target.position(start);
    for (int i = first; i < end; i++) {
      target.put(target.get(i));
    }
  }

  static boolean isLineEnd(byte octet) {
    return octet == '\r' || octet == '\n';
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
    if (!visit.isHeadIncomplete()) {
      return super.read(targets, offset, length);
    }
    for (int i = offset; i < offset + length; i++) {
      if (targets[i].hasRemaining()) {
        return read(targets[i]);
      }
    }
    return 0;
  }
}
