package p2pgossip.net;

import java.net.SocketAddress;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.reactor.ssl.TlsDetails;
import org.apache.hc.core5.reactor.ssl.TransportSecurityLayer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// Encrypts connections to other peers.
final class CallingOverTls implements TlsStrategy {

  private final TransportSecurity security;

  CallingOverTls(TransportSecurity security) {
    this.security = security;
  }

  @Override
  public void upgrade(
      TransportSecurityLayer layer,
      NamedEndpoint endpoint,
      @Nullable Object attachment,
      Timeout handshakeTimeout,
      @Nullable FutureCallback<TransportSecurityLayer> callback) {
    layer.startTls(
        security.calling(),
        endpoint,
        // Hundreds of connections are idle most of the time, and each buffer takes 16 KiB.
        SSLBufferMode.DYNAMIC,
        (_, engine) -> prepare(engine),
        (_, engine) -> checkAgain(engine),
        handshakeTimeout,
        attachment instanceof TlsOpening opening ? opening.handshake() : callback);
  }

  private void prepare(SSLEngine engine) {
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setProtocols(TransportSecurity.PROTOCOLS);
    if (security.comparesNames()) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    engine.setSSLParameters(parameters);
  }

  /// The reactor determines the details by itself.
  private @Nullable TlsDetails checkAgain(SSLEngine engine) throws SSLException {
    security.check().checkAgain(engine);
    return null;
  }

  @Override
  @Deprecated
  public boolean upgrade(
      TransportSecurityLayer layer,
      HttpHost host,
      SocketAddress localAddress,
      SocketAddress remoteAddress,
      Object attachment,
      Timeout handshakeTimeout) {
    upgrade(layer, host, attachment, handshakeTimeout, null);
    return true;
  }
}
