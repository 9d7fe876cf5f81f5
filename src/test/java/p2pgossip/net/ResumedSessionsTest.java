package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import p2pgossip.certificate.Authority;
import p2pgossip.certificate.Trust;
import p2pgossip.certificate.TrustedPeers;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Identity;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;

/// A caller over real TLS that resumes a session, in which the certificate is not shown again.
class ResumedSessionsTest {

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());

  @TempDir private Path folder;
  private SecureParty served;
  private ServedPeer peer;

  @BeforeEach
  void begin() throws IOException {
    served = SecureParty.in(folder);
    peer = served.serve();
  }

  @AfterEach
  void end() {
    peer.close();
    served.close();
  }

  private TransportSecurity callingBy(Trust trust) {
    return new TransportSecurity(served.own, trust, now::get);
  }

  /// On a connection of its own.
  private static Object answer(TransportSecurity security, Request request) {
    try (HttpPeerClient client = new HttpPeerClient(ClientLimits.DEFAULT, security)) {
      return Told.of(client, request);
    }
  }

  private Object handshake(TransportSecurity security) {
    return answer(security, new Request.Handshake(peer.address()));
  }

  private Object introduced(boolean firstMet) {
    return new Reply.Introduced(
        peer.service.self(), new Identity(served.own.fingerprint(), firstMet));
  }

  @Test
  void aCertificateThatHasExpiredIsRefusedInAResumedSession() {
    TrustsAnybody authority = new TrustsAnybody();
    Instant end = served.own.certificate().getNotAfter().toInstant();
    try (TransportSecurity security = callingBy(new Authority(authority))) {
      now.set(end.minusSeconds(1));
      assertThat(handshake(security)).isEqualTo(introduced(false));
      assertThat(handshake(security)).isEqualTo(introduced(false));

      now.set(end.plusSeconds(1));
      assertThat(handshake(security))
          .isInstanceOfSatisfying(
              Failure.class,
              it -> {
                assertThat(it.kind()).isEqualTo(Failure.Kind.UNTRUSTED);
                assertThat(it.reason()).endsWith("expired, on " + end);
              });

      // Otherwise it would have been shown again, and this test would not be about sessions.
      assertThat(authority.asked).hasValue(1);
    }
  }

  @Test
  void aKeyOtherThanTheNewlyRememberedOneIsToldNothingMore() throws IOException {
    Request hello = new Request.Tell(peer.address(), new Message("hello", null));
    Fingerprint other;
    try (SecureParty party = SecureParty.in(folder)) {
      other = party.own.fingerprint();
    }
    try (TrustedPeers trusted = TrustedPeers.open(folder.resolve("caller"), now::get);
        TransportSecurity security = callingBy(trusted)) {
      assertThat(handshake(security)).isEqualTo(introduced(true));
      assertThat(answer(security, hello)).isEqualTo(new Reply.Heard(Hearing.UNSAID));

      trusted.forget(peer.address());
      trusted.meet(peer.address(), other);
      assertThat(answer(security, hello))
          .isEqualTo(
              new Failure(
                  Failure.Kind.UNTRUSTED,
                  CertificateCheck.changed(peer.address(), other, served.own.fingerprint())));
      assertThat(peer.service.heard).hasSize(1);
    }
  }
}
