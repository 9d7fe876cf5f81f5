package p2pgossip.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import p2pgossip.certificate.KeyFiles;
import p2pgossip.certificate.TestAuthority;
import p2pgossip.fuzz.Must;
import p2pgossip.fuzz.TemporaryFolder;
import p2pgossip.wire.PeerJson;

/// A server with TLS on a real socket: nothing that is sent to it in plain text, or as invalid TLS,
/// reaches the peer behind it, and it speaks TLS with the next caller.
public final class TlsServerFuzz {

  private static final SSLContext CALLING = calling();
  private static final FuzzedServer SERVER = open();

  private TlsServerFuzz() {}

  private static SSLContext calling() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new TrustsAnybody()}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has TLS", e);
    }
  }

  private static FuzzedServer open() {
    try (TemporaryFolder folder = new TemporaryFolder()) {
      TestAuthority school = new TestAuthority("class 7b");
      Instant end = Instant.now().plus(Duration.ofDays(5));
      SecureParty pupil =
          SecureParty.of(
              school.issue(folder.path(), "127.0.0.1", end),
              KeyFiles.truststore(school.pem(folder.path().resolve("7b.pem")), new char[0]));
      return new FuzzedServer(pupil.serve(), TlsServerFuzz::handshake);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void fuzzerTestOneInput(byte[] input) {
    SERVER.send(input);
    Must.beSame(0, SERVER.takeHandedOn());
  }

  private static void handshake(ServedPeer peer) throws Exception {
    try (RawConnection next =
        new RawConnection(
            CALLING
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), peer.server.port()))) {
      RawAnswer answer = next.send(RawConnection.get("/")).answer();
      Must.beSame(200, answer.status());
      Must.beSame(peer.service.self(), PeerJson.read(answer.body().getBytes(UTF_8)));
    }
  }
}
