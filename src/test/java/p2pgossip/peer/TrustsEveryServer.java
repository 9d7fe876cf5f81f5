package p2pgossip.peer;

import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/// For a test that calls like a program that is no peer.
final class TrustsEveryServer implements X509TrustManager {

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType) {
    // Whoever it is.
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType) {
    throw new IllegalStateException("it serves nobody");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
