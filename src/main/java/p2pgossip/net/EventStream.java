package p2pgossip.net;

import io.undertow.server.HttpServerExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;
import org.xnio.channels.StreamSinkChannel;
import p2pgossip.gossip.Source;

/// A reader of a peer's events. It is sent the state, and then each event. Nothing more is prepared
/// for it before it has taken what was sent, so it only costs its place in the log and one piece of
/// text. If in the meantime the log has dropped events that it lacks, it is sent the state anew.
///
/// Runs on its connection's IO thread, unless stated otherwise.
final class EventStream {

  /// Bytes that are written at once, roughly.
  private static final int SLICE = 16 * 1024;

  private final HttpServerExchange exchange;
  private final @Nullable Visit visit;
  private final EventFeed feed;
  private final EventLimits limits;
  private final XnioIoThread thread;
  private final @Nullable Admitted follower;
  private final long begunAt = System.nanoTime();
  private final AtomicBoolean awake = new AtomicBoolean();
  private volatile boolean ending;

  private @Nullable StreamSinkChannel channel;
  private XnioExecutor.@Nullable Key heartbeat;
  private ByteBuffer unsent = ByteBuffer.wrap(EventStreamText.opening());
  private boolean stateDue = true;
  private long next;
  private long proven;
  private long movedAt = System.nanoTime();
  private boolean left;

  EventStream(
      HttpServerExchange exchange, @Nullable Visit visit, EventFeed feed, EventLimits limits) {
    this.exchange = exchange;
    this.visit = visit;
    this.feed = feed;
    this.limits = limits;
    thread = exchange.getIoThread();
    follower = Admitted.by(exchange);
  }

  void begin() {
    StreamSinkChannel sink = exchange.getResponseChannel();
    channel = sink;
    sink.getWriteSetter().set(_ -> proceed());
    exchange.getConnection().addCloseListener(_ -> leave());
    heartbeat =
        thread.executeAtInterval(this::beat, limits.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
    proceed();
  }

  /// By the clock of the JVM, in nanoseconds.
  long begunAt() {
    return begunAt;
  }

  /// Whether it may be ended to make room for another.
  boolean mayYield() {
    return visit != null && !visit.isProven();
  }

  /// Where the reader is; defined for a stream that may yield.
  Source source() {
    return Objects.requireNonNull(visit).source();
  }

  /// Ends at once to make room for another. Called from any thread.
  void giveWay() {
    try {
      thread.execute(this::hangUp);
    } catch (RejectedExecutionException e) {
      // The threads have ended, and this stream with them.
    }
  }

  /// Something has happened or remains to be done. Called from any thread; costs nothing if it is
  /// pending already.
  void wake() {
    if (awake.compareAndSet(false, true)) {
      try {
        // In two steps: a thread that is about to wait for its connections notices a task from
        // another thread, but not one that is scheduled for later.
        thread.execute(this::wakeSoon);
      } catch (RejectedExecutionException e) {
        // The threads have ended, and this stream with them.
      }
    }
  }

  private void wakeSoon() {
    XnioExecutor.Key _ =
        thread.executeAfter(this::woken, limits.pace().toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Ends the stream once all events are sent. Called from any thread.
  void end() {
    ending = true;
    wake();
  }

  private void woken() {
    awake.set(false);
    proceed();
  }

  private void beat() {
    if (!unsent.hasRemaining()) {
      unsent = ByteBuffer.wrap(EventStreamText.heartbeat());
      proceed();
    } else if (System.nanoTime() - movedAt > limits.stall().toNanos()) {
      hangUp();
    }
  }

  private void proceed() {
    StreamSinkChannel sink = channel;
    if (left || sink == null) {
      return;
    }
    if (!feed.admits(follower)) {
      hangUp();
      return;
    }
    try {
      boolean all = sendAll(sink);
      if (all && ending) {
        leave();
        exchange.endExchange();
      }
    } catch (IOException e) {
      // The reader is gone already.
      hangUp();
    } catch (RuntimeException | Error e) {
      hangUp();
      feed.failed(e);
    }
  }

  /// Writes until there is nothing more to send, or the reader takes no more.
  ///
  /// @return whether all is sent
  private boolean sendAll(StreamSinkChannel sink) throws IOException {
    do {
      while (unsent.hasRemaining()) {
        // In slices, because the JDK keeps a buffer as large as the largest ever written.
        ByteBuffer slice = unsent.slice(unsent.position(), Math.min(unsent.remaining(), SLICE));
        sink.write(slice);
        if (slice.position() == 0) {
          sink.resumeWrites();
          return false;
        }
        unsent.position(unsent.position() + slice.position());
        movedAt = System.nanoTime();
      }
      unsent = ByteBuffer.wrap(more());
      // Asked once the events are read: what happens after the password has changed is not for a
      // reader that has only proven the old one.
      if (!feed.admits(follower)) {
        hangUp();
        return false;
      }
    } while (unsent.hasRemaining());
    if (!sink.flush()) {
      sink.resumeWrites();
      return false;
    }
    sink.suspendWrites();
    return true;
  }

  /// The bytes to send next; empty if there are none.
  private byte[] more() {
    List<EventLog.Entry> entries = stateDue ? null : feed.log().from(next, SLICE);
    if (entries == null) {
      EventFeed.Moment now = feed.now();
      next = now.next();
      stateDue = false;
      return proven(EventStreamText.STATE, EventStreamText.state(now.snapshot()));
    }
    next += entries.size();
    if (entries.size() == 1) {
      return proven(EventStreamText.HAPPENED, entries.getFirst().encoded());
    }
    ByteArrayOutputStream joined = new ByteArrayOutputStream(entries.isEmpty() ? 0 : SLICE);
    entries.forEach(entry -> joined.writeBytes(proven(EventStreamText.HAPPENED, entry.encoded())));
    return joined.toByteArray();
  }

  /// An event as this reader gets it: with a proof, if there is a password.
  private byte[] proven(String name, byte[] event) {
    return follower == null
        ? event
        : EventStreamText.proven(
            event, follower.proveEvent(++proven, name, EventStreamText.dataOf(name, event)));
  }

  private void hangUp() {
    leave();
    IoUtils.safeClose(exchange.getConnection());
    exchange.endExchange();
  }

  private void leave() {
    left = true;
    if (heartbeat != null) {
      heartbeat.remove();
      heartbeat = null;
    }
    feed.remove(this);
  }
}
