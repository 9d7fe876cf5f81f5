package p2pgossip.net;

import java.time.Duration;
import java.util.concurrent.Future;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.function.Callback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.bootstrap.AsyncRequesterBootstrap;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncRequester;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolEntry;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.pool.StrictConnPool;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import p2pgossip.gossip.PeerAddress;

/// The connections of an [HttpPeerClient], kept alive and bounded, and the few threads that serve
/// them.
final class Connections implements AutoCloseable {

  private static final int IO_THREADS = 2;
  private static final int BUFFER_BYTES = 4_096;
  private static final int HEAD_LINE_BYTES = 8_192;
  private static final int HEADERS = 100;

  /// How often the reactor looks round with nothing to do. It also takes up to so long to end.
  private static final TimeValue ROUND = TimeValue.ofMilliseconds(50);

  private static final TimeValue CLOSING_TIME = TimeValue.ofSeconds(1);

  private final HttpAsyncRequester reactor;
  private final StrictConnPool<PeerAddress, IOSession> pool;
  private final Timeout connectTimeout;

  Connections(ClientLimits limits, Callback<Exception> troubled) {
    connectTimeout = Timeout.of(limits.time());
    pool =
        new StrictConnPool<>(
            limits.connectionsPerPeer(),
            limits.connections(),
            TimeValue.NEG_ONE_MILLISECOND,
            PoolReusePolicy.LIFO,
            null);
    reactor =
        AsyncRequesterBootstrap.bootstrap()
            .setIOReactorConfig(
                IOReactorConfig.custom()
                    .setIoThreadCount(IO_THREADS)
                    .setTcpNoDelay(true)
                    .setSelectInterval(ROUND)
                    .build())
            .setHttp1Config(
                Http1Config.custom()
                    .setBufferSize(BUFFER_BYTES)
                    .setMaxLineLength(HEAD_LINE_BYTES)
                    .setMaxHeaderCount(HEADERS)
                    .build())
            // Requests come with all the headers that they need.
            .setHttpProcessor(HttpProcessorBuilder.create().build())
            .setExceptionCallback(troubled)
            .create();
    reactor.start();
  }

  /// Asks for a connection to `address`, or for the right to open one.
  Future<PoolEntry<PeerAddress, IOSession>> lease(
      PeerAddress address, FutureCallback<PoolEntry<PeerAddress, IOSession>> callback) {
    return pool.lease(address, null, Timeout.DISABLED, callback);
  }

  Future<IOSession> open(PeerAddress address, FutureCallback<IOSession> callback) {
    HttpHost host = new HttpHost("http", address.ip(), address.host(), address.port());
    return reactor.requestSession(host, connectTimeout, null, callback);
  }

  /// Gives a connection back after a full answer; it is used again if it is still open.
  void giveBack(PoolEntry<PeerAddress, IOSession> entry) {
    IOSession session = entry.getConnection();
    boolean reusable = session != null && session.isOpen();
    if (reusable) {
      entry.updateState(null);
    }
    pool.release(entry, reusable);
  }

  /// Closes a connection at once, whatever is under way on it.
  void discard(PoolEntry<PeerAddress, IOSession> entry) {
    entry.discardConnection(CloseMode.IMMEDIATE);
    pool.release(entry, false);
  }

  void closeIdle(Duration idleTime) {
    pool.closeIdle(TimeValue.of(idleTime));
  }

  @Override
  public void close() {
    pool.close(CloseMode.IMMEDIATE);
    // Closing the reactor at once would close the selectors under its threads.
    reactor.initiateShutdown();
    try {
      reactor.awaitShutdown(CLOSING_TIME);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    reactor.close(CloseMode.IMMEDIATE);
  }
}
