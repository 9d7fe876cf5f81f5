package p2pgossip.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/// Closes a connection after its last answer: throws away what the caller still sends, up to a
/// bound in time and bytes, because closing a connection with unread input loses the answer. Runs
/// on the connection's IO thread.
final class Lingering implements Runnable {

  /// In bytes; more than any request has.
  private static final int MOST = 128 * 1024;

  private static final int ROUND_MILLIS = 20;

  private final Visit visit;
  private final ByteBuffer scratch = ByteBuffer.allocate(4_096);
  private int left = MOST;
  private int rounds;

  private Lingering(Visit visit, long millis) {
    this.visit = visit;
    rounds = (int) (millis / ROUND_MILLIS);
  }

  /// Throws away input, and closes the connection after `millis` at most.
  static void end(Visit visit, long millis) {
    visit.leave();
    new Lingering(visit, millis).run();
  }

  @Override
  public void run() {
    try {
      if (visit.connection().isOpen() && readOn()) {
        XnioExecutor.Key _ =
            visit
                .connection()
                .getIoThread()
                .executeAfter(this, ROUND_MILLIS, TimeUnit.MILLISECONDS);
        return;
      }
    } catch (IOException e) {
      // The caller is gone already.
    }
    IoUtils.safeClose(visit.connection());
  }

  /// @return whether more may come
  private boolean readOn() throws IOException {
    int count;
    do {
      scratch.clear();
      count = visit.wire().read(scratch);
      left -= Math.max(0, count);
    } while (count > 0 && left > 0);
    return count == 0 && left > 0 && rounds-- > 0;
  }
}
