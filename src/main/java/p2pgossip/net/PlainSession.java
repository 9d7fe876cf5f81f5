package p2pgossip.net;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.Command;
import org.apache.hc.core5.reactor.IOEventHandler;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.util.Timeout;

/// A plain connection that counts its bytes, and notices when the other end answers in TLS: an
/// alert has no line end, for which the HTTP parser would wait until the connection is closed.
final class PlainSession implements IOSession {

  private static final byte ALERT = 0x15;
  private static final byte HANDSHAKE = 0x16;
  private static final byte VERSION = 3;

  private final IOSession session;
  private final LongAdder bytes;
  private boolean begun;

  /// @param bytes counts those that are read and written
  PlainSession(IOSession session, LongAdder bytes) {
    this.session = session;
    this.bytes = bytes;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int start = target.position();
    int count = session.read(target);
    count(count);
    if (!begun && count > 0) {
      begun = true;
      if (isTls(target, start, count)) {
        throw new TlsAnswer();
      }
    }
    return count;
  }

  /// Whether a TLS record begins there: its type and the first half of its version.
  private static boolean isTls(ByteBuffer bytes, int start, int count) {
    byte type = bytes.get(start);
    return (type == ALERT || type == HANDSHAKE) && (count == 1 || bytes.get(start + 1) == VERSION);
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    int count = session.write(source);
    count(count);
    return count;
  }

  private void count(int transferred) {
    if (transferred > 0) {
      bytes.add(transferred);
    }
  }

  @Override
  public String getId() {
    return session.getId();
  }

  @Override
  public IOEventHandler getHandler() {
    return session.getHandler();
  }

  @Override
  public void upgrade(IOEventHandler handler) {
    session.upgrade(handler);
  }

  @Override
  public Lock getLock() {
    return session.getLock();
  }

  @Override
  public void enqueue(Command command, Command.Priority priority) {
    session.enqueue(command, priority);
  }

  @Override
  public boolean hasCommands() {
    return session.hasCommands();
  }

  @Override
  public Command poll() {
    return session.poll();
  }

  @Override
  public ByteChannel channel() {
    return session.channel();
  }

  @Override
  public SocketAddress getRemoteAddress() {
    return session.getRemoteAddress();
  }

  @Override
  public SocketAddress getLocalAddress() {
    return session.getLocalAddress();
  }

  @Override
  public int getEventMask() {
    return session.getEventMask();
  }

  @Override
  public void setEventMask(int mask) {
    session.setEventMask(mask);
  }

  @Override
  public void setEvent(int event) {
    session.setEvent(event);
  }

  @Override
  public void clearEvent(int event) {
    session.clearEvent(event);
  }

  @Override
  public boolean isOpen() {
    return session.isOpen();
  }

  @Override
  public void close() {
    session.close();
  }

  @Override
  public void close(CloseMode mode) {
    session.close(mode);
  }

  @Override
  public Status getStatus() {
    return session.getStatus();
  }

  @Override
  public Timeout getSocketTimeout() {
    return session.getSocketTimeout();
  }

  @Override
  public void setSocketTimeout(Timeout timeout) {
    session.setSocketTimeout(timeout);
  }

  @Override
  public long getLastReadTime() {
    return session.getLastReadTime();
  }

  @Override
  public long getLastWriteTime() {
    return session.getLastWriteTime();
  }

  @Override
  public long getLastEventTime() {
    return session.getLastEventTime();
  }

  @Override
  public void updateReadTime() {
    session.updateReadTime();
  }

  @Override
  public void updateWriteTime() {
    session.updateWriteTime();
  }
}
