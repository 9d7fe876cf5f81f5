package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Random;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.net.password.Credentials;
import p2pgossip.net.password.Password;

/// A man in the middle who does not know the password: a relay, with and without TLS.
class ManInTheMiddleTest {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final Password SESAME = Password.of("open sesame");
  private static final UnaryOperator<String> AS_IT_IS = said -> said;

  private final Credentials caller = new Credentials(new PeerAddress(HERE, 9), SESAME);

  @AutoClose private final ServedPeer peer = ServedPeer.guardedBy(SESAME);
  @AutoClose private final HttpPeerClient client = new HttpPeerClient();

  private Object ask(Credentials who, Request request) {
    return Told.of(client.by(() -> who), request);
  }

  private static Request tell(PeerAddress to) {
    return new Request.Tell(to, new Message("the exam is at ten", null));
  }

  /// Another program listens on a former neighbour's port and relays everything.
  @Test
  void aRelayIsNotLetIn() throws IOException {
    try (Relay relay = Relay.to(peer)) {
      assertThat(ask(caller, tell(relay.address())))
          .isInstanceOfSatisfying(
              Failure.class, it -> assertThat(it.kind()).isEqualTo(Failure.Kind.UNAUTHORIZED));
    }
    assertThat(peer.service.heard).isEmpty();
  }

  /// The same relay, claiming in the caller's name that it has called the right address.
  @Test
  void aRelayUnderTheRightAddressIsNotLetInEither() throws IOException {
    String called = "127.0.0.1:" + peer.address().port();
    try (Relay relay =
        new Relay(
            peer.server.address(),
            said -> said.replaceAll("Host: 127.0.0.1:[0-9]+", "Host: " + called),
            AS_IT_IS)) {
      assertThat(ask(caller, tell(relay.address()))).isInstanceOf(Failure.class);
      assertThat(relay.overheard()).contains("POST /introduction ").doesNotContain("exam");
    }
    assertThat(peer.service.heard).isEmpty();
  }

  /// The peer is called by itself, through a relay that returns its own words.
  @ParameterizedTest
  @CsvSource({"false", "true"})
  void aReflectionOfItsOwnWordsIsNotLetIn(boolean rightAddress) throws IOException {
    String called = "127.0.0.1:" + peer.address().port();
    try (Relay relay =
        new Relay(
            peer.server.address(),
            said ->
                rightAddress
                    ? said.replaceAll("Host: 127.0.0.1:[0-9]+", "Host: " + called)
                        .replaceAll("P2pgossip-From: [0-9.:]+", "P2pgossip-From: 127.0.0.1:9")
                    : said,
            AS_IT_IS)) {
      assertThat(ask(peer.credentials, tell(relay.address()))).isInstanceOf(Failure.class);
    }
    assertThat(peer.service.heard).isEmpty();
  }

  /// Everything between caller and peer but the certificate is as it should be: the addresses, the
  /// messages, their order. The man in the middle is there from the first meeting on.
  @Test
  void aManInTheMiddleWithAnotherCertificateIsNotLetInAndHearsNothing(@TempDir Path folder)
      throws Exception {
    try (SecureParty teacher = SecureParty.in(folder);
        SecureParty student = SecureParty.in(folder);
        SecureParty middle = SecureParty.in(folder);
        Relay relay = new Relay(new InetSocketAddress(HERE, 1), AS_IT_IS, AS_IT_IS);
        NetworkThreads threads = new NetworkThreads(2)) {
      PeerAddress called = relay.address();
      RecordingService service = new RecordingService(called.port());
      // Nobody calls its real address; it announces the address of the man in the middle.
      try (PeerServer server =
              PeerServer.open(
                  threads, HERE, 0, new Random(1), ServerLimits.DEFAULT, teacher.security);
          HttpPeerClient students = student.client()) {
        server.serve(service, new Credentials(called, SESAME));
        relay.turnTo(server.address());
        relay.endTls(middle.security.serving(), trustingAll());
        assertThat(Told.of(students.by(() -> caller), tell(called))).isInstanceOf(Failure.class);
        assertThat(service.heard).isEmpty();
        assertThat(relay.overheard())
            .contains("POST /introduction ")
            .doesNotContain("exam")
            .doesNotContain("Authorization");
        assertThat(student.trusted().list()).isEmpty();
      }
    }
  }

  private static SSLContext trustingAll() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new TrustsAnybody()}, null);
    return context;
  }

  /// A session begun over one certificate is not used over another.
  @Test
  void aLaterManInTheMiddleHearsNothing(@TempDir Path folder) throws Exception {
    try (SecureParty teacher = SecureParty.in(folder);
        SecureParty middle = SecureParty.in(folder);
        SecureParty student = SecureParty.in(folder);
        ServedPeer served = new ServedPeer(ServerLimits.DEFAULT, 0, teacher.security, SESAME);
        HttpPeerClient students = student.client()) {
      assertThat(Told.of(students.by(() -> caller), new Request.Handshake(served.address())))
          .isInstanceOf(Reply.Introduced.class);
      assertThat(caller.sessionWith(served.address(), teacher.security.fingerprint().text()))
          .isNotNull();
      assertThat(caller.sessionWith(served.address(), middle.security.fingerprint().text()))
          .isNull();
    }
  }

  /// The caller and the peer have a session when a man in the middle appears at the same address,
  /// with another key. It relays everything to the peer, which still knows the session.
  @Test
  void aSessionIsNotContinuedOverAnotherCertificate(@TempDir Path folder) throws Exception {
    try (SecureParty teacher = SecureParty.in(folder);
        SecureParty student = SecureParty.in(folder);
        SecureParty middle = SecureParty.in(folder);
        NetworkThreads threads = new NetworkThreads(2);
        HttpPeerClient students = student.client();
        Relay wire = new Relay(new InetSocketAddress(HERE, 1), AS_IT_IS, AS_IT_IS)) {
      PeerAddress called = wire.address();
      RecordingService service = new RecordingService(called.port());
      try (PeerServer server =
          PeerServer.open(
              threads, HERE, 0, new Random(1), ServerLimits.DEFAULT, teacher.security)) {
        server.serve(service, new Credentials(called, SESAME));
        wire.turnTo(server.address());
        assertThat(Told.of(students.by(() -> caller), new Request.Handshake(called)))
            .isInstanceOf(Reply.Introduced.class);
        assertThat(Told.of(students.by(() -> caller), tell(called)))
            .isInstanceOf(Reply.Heard.class);
        wire.endTls(middle.security.serving(), trustingAll());

        assertThat(Told.of(students.by(() -> caller), tell(called))).isInstanceOf(Failure.class);
        assertThat(wire.overheard()).doesNotContain("POST ");

        // Even if the peer's key is not remembered.
        assertThat(student.trusted().forget(called)).isPresent();
        assertThat(Told.of(students.by(() -> caller), tell(called))).isInstanceOf(Failure.class);
        assertThat(wire.overheard())
            .contains("POST /introduction ")
            .doesNotContain("exam")
            .doesNotContain("Authorization");
        assertThat(service.heard).hasSize(1);
        assertThat(student.trusted().list()).isEmpty();
      }
    }
  }
}
