package p2pgossip.net;

import java.nio.channels.ClosedSelectorException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.bootstrap.AsyncRequesterBootstrap;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncRequester;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.EndpointParameters;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;

/// The few threads that serve the connections to other peers. They are daemons.
final class HttpReactor implements AutoCloseable {

  private static final int BUFFER_BYTES = 4_096;
  private static final int HEAD_LINE_BYTES = 8_192;
  private static final int HEADERS = 100;

  /// How often each idle thread wakes, and so the delay with which silence is noticed. Rarely: a
  /// thread wakes for everything else anyway, and waking is the main cost while peers rest.
  private static final TimeValue ROUND = TimeValue.ofSeconds(1);

  private static final TimeValue CLOSING_TIME = TimeValue.ofSeconds(1);

  private final HttpAsyncRequester requester;
  private final Timeout connectTimeout;
  private final String scheme;
  private final boolean secure;
  private volatile boolean closing;

  /// Starts the threads.
  ///
  /// @param silence for which a connection may be open without a byte transferred; set again after
  ///     the TLS handshake, which resets the earlier value
  /// @param security null for plain HTTP
  /// @param own receives the connections that are opened and closed
  /// @param bytes counts those that are transferred over plain HTTP
  HttpReactor(
      int ioThreads,
      Timeout connectTimeout,
      Timeout silence,
      @Nullable TransportSecurity security,
      OwnConnections own,
      LongAdder bytes) {
    this.connectTimeout = connectTimeout;
    secure = security != null;
    scheme = (security == null ? URIScheme.HTTP : URIScheme.HTTPS).id;
    requester =
        AsyncRequesterBootstrap.bootstrap()
            .setTlsStrategy(security == null ? null : new CallingOverTls(security))
            .setTlsHandshakeTimeout(connectTimeout)
            .setIOSessionListener(own.listener())
            .setIOSessionDecorator(
                security == null ? session -> new PlainSession(session, bytes) : null)
            .setIOReactorConfig(
                IOReactorConfig.custom()
                    .setIoThreadCount(ioThreads)
                    .setTcpNoDelay(true)
                    .setSoTimeout(silence)
                    .setSelectInterval(ROUND)
                    .build())
            .setHttp1Config(
                Http1Config.custom()
                    .setBufferSize(BUFFER_BYTES)
                    .setMaxLineLength(HEAD_LINE_BYTES)
                    .setMaxHeaderCount(HEADERS)
                    .build())
            // Requests already have all the headers that they need.
            .setHttpProcessor(HttpProcessorBuilder.create().build())
            .setExceptionCallback(this::troubled)
            .create();
    requester.start();
  }

  /// Opens a connection, over TLS up to the end of the handshake, after which the key of the other
  /// end is known.
  Future<IOSession> open(PeerAddress address, FutureCallback<IOSession> callback) {
    HttpHost host = new HttpHost(scheme, address.ip(), address.host(), address.port());
    if (!secure) {
      return requester.requestSession(
          host, connectTimeout, new EndpointParameters(host, null), callback);
    }
    TlsOpening opening = new TlsOpening(callback);
    return requester.requestSession(
        host, connectTimeout, new EndpointParameters(host, opening), opening.connected());
  }

  /// The reactor continues after an exception on one connection; it is logged.
  private void troubled(Exception cause) {
    if (closing && cause instanceof ClosedSelectorException) {
      // Closing has a time limit, and so may close a selector while its thread still runs.
      return;
    }
    Thread thread = Thread.currentThread();
    thread.getUncaughtExceptionHandler().uncaughtException(thread, cause);
  }

  /// Closes every connection and ends the threads, which takes about a second at most.
  @Override
  public void close() {
    closing = true;
    // Closing the reactor at once would close the selectors while its threads still run.
    requester.initiateShutdown();
    try {
      requester.awaitShutdown(CLOSING_TIME);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    requester.close(CloseMode.IMMEDIATE);
  }
}
