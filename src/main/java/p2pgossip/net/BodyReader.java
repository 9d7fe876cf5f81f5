package p2pgossip.net;

import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;
import p2pgossip.gossip.FairShare;
import p2pgossip.gossip.Source;

/// Reads the bodies of requests, with bounds on their size, their time and how many are awaited,
/// without leaving or blocking the IO thread. Answers requests that exceed a bound.
final class BodyReader {

  private static final int FIRST_CAPACITY = 512;

  /// Receives a complete body, on the exchange's IO thread.
  interface Next {
    void accept(HttpServerExchange exchange, byte[] body);
  }

  private final ServerLimits limits;

  // Guarded by itself. In order of arrival.
  private final Set<Body> waiting = new LinkedHashSet<>();

  BodyReader(ServerLimits limits) {
    this.limits = limits;
  }

  void read(HttpServerExchange exchange, Next next) {
    long announced = exchange.getRequestContentLength();
    if (announced > limits.bodyBytes()) {
      refuseTooLarge(exchange);
      return;
    }
    StreamSourceChannel channel = exchange.getRequestChannel();
    // One byte more than announced, so that the read that ends the body needs no further buffer.
    int capacity = announced >= 0 ? (int) announced + 1 : FIRST_CAPACITY;
    Body body = new Body(exchange, channel, next, capacity);
    Progress progress;
    try {
      progress = body.readAvailable();
    } catch (IOException e) {
      hangUp(exchange);
      return;
    }
    body.begin(progress);
  }

  /// The caller broke off: there is nobody to answer, and no request was made.
  private static void hangUp(HttpServerExchange exchange) {
    IoUtils.safeClose(exchange.getConnection());
  }

  private void refuseTooLarge(HttpServerExchange exchange) {
    Problems.sendAndHangUp(
        exchange,
        StatusCodes.REQUEST_ENTITY_TOO_LARGE,
        "the body is larger than " + limits.bodyBytes() + " bytes");
  }

  private static void refuseBusy(HttpServerExchange exchange) {
    Problems.sendAndHangUp(
        exchange,
        StatusCodes.SERVICE_UNAVAILABLE,
        "too many requests are under way; try again later");
  }

  /// If there is no room, a body of a source that has more than its share gives way.
  private boolean mayWait(Body newcomer) {
    Optional<Body> loser = Optional.empty();
    synchronized (waiting) {
      if (waiting.size() >= limits.waitingBodies()) {
        Source source = newcomer.source();
        List<Body> mayYield = waiting.stream().filter(Body::mayYield).toList();
        loser =
            newcomer.mayYield()
                ? FairShare.whoYields(mayYield, Body::source, source)
                : mayYield.stream().findFirst();
        if (loser.isEmpty()) {
          return false;
        }
        waiting.remove(loser.get());
      }
      waiting.add(newcomer);
    }
    loser.ifPresent(Body::giveWay);
    return true;
  }

  private void leave(Body body) {
    synchronized (waiting) {
      waiting.remove(body);
    }
  }

  private final class Body implements ChannelListener<StreamSourceChannel> {

    private final HttpServerExchange exchange;
    private final StreamSourceChannel channel;
    private final Next next;
    private ByteBuffer bytes;
    private XnioExecutor.@Nullable Key deadline;

    Body(HttpServerExchange exchange, StreamSourceChannel channel, Next next, int capacity) {
      this.exchange = exchange;
      this.channel = channel;
      this.next = next;
      bytes = ByteBuffer.allocate(capacity);
    }

    /// The usual case: head and body arrive in one packet, and the body need not be awaited.
    void begin(Progress progress) {
      switch (progress) {
        case COMPLETE -> next.accept(exchange, Arrays.copyOf(bytes.array(), bytes.position()));
        case TOO_LARGE -> refuseTooLarge(exchange);
        case MORE_TO_COME -> waitForMore();
      }
    }

    private boolean mayYield() {
      return !ProvenConnections.isProven(exchange);
    }

    /// If the connection was closed in between, the end of what arrived looks like the end of the
    /// body.
    private boolean isCutOff() {
      Visit visit = Visit.of(exchange);
      return !exchange.getConnection().isOpen() || (visit != null && visit.isOver());
    }

    private Source source() {
      Visit visit = Visit.of(exchange);
      return visit != null
          ? visit.source()
          : Source.of(
              exchange.getConnection().getPeerAddress(InetSocketAddress.class).getAddress());
    }

    /// Called from any thread.
    private void giveWay() {
      exchange
          .getIoThread()
          .execute(
              () -> {
                if (deadline != null) {
                  endWaiting(BodyReader::refuseBusy);
                }
              });
    }

    private void waitForMore() {
      if (!mayWait(this)) {
        refuseBusy(exchange);
        return;
      }
      deadline =
          exchange
              .getIoThread()
              .executeAfter(this::timeUp, limits.bodyTime().toMillis(), TimeUnit.MILLISECONDS);
      channel.getReadSetter().set(this);
      channel.resumeReads();
    }

    @Override
    public void handleEvent(StreamSourceChannel ignored) {
      try {
        switch (readAvailable()) {
          case COMPLETE -> {
            byte[] body = Arrays.copyOf(bytes.array(), bytes.position());
            if (isCutOff()) {
              stopWaiting();
              hangUp(exchange);
            } else {
              endWaiting(ended -> next.accept(ended, body));
            }
          }
          case TOO_LARGE -> endWaiting(BodyReader.this::refuseTooLarge);
          case MORE_TO_COME -> {}
        }
      } catch (IOException e) {
        stopWaiting();
        hangUp(exchange);
      }
    }

    private void timeUp() {
      if (deadline == null) {
        return;
      }
      endWaiting(
          ended ->
              Problems.sendAndHangUp(
                  ended,
                  StatusCodes.REQUEST_TIME_OUT,
                  "the body did not arrive within " + limits.bodyTime().toMillis() + " ms"));
    }

    private void endWaiting(HttpHandler answer) {
      stopWaiting();
      Connectors.executeRootHandler(answer, exchange);
    }

    private void stopWaiting() {
      if (deadline != null) {
        deadline.remove();
        deadline = null;
        leave(this);
        channel.getReadSetter().set(null);
        channel.suspendReads();
      }
    }

    private Progress readAvailable() throws IOException {
      while (true) {
        if (bytes.position() > limits.bodyBytes()) {
          return Progress.TOO_LARGE;
        }
        if (!bytes.hasRemaining()) {
          int larger = Math.min(2 * bytes.capacity(), limits.bodyBytes() + 1);
          bytes = ByteBuffer.allocate(larger).put(bytes.flip());
        }
        int count;
        try {
          count = channel.read(bytes);
        } catch (RequestTooBigException e) {
          return Progress.TOO_LARGE;
        }
        if (count <= 0) {
          return count < 0 ? Progress.COMPLETE : Progress.MORE_TO_COME;
        }
      }
    }
  }

  private enum Progress {
    COMPLETE,
    TOO_LARGE,
    MORE_TO_COME
  }
}
