package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.certificate.Authority;
import p2pgossip.certificate.KeyFiles;
import p2pgossip.certificate.TestAuthority;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Failure.Kind;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Identity;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.net.RecordingService.TurnedAway;
import p2pgossip.original.ReservedPort;

/// Servers and clients over real TLS, with certificates that are good, wrong, changed or out of
/// their time, and with others that speak plain HTTP: what each side is told.
class TlsTest extends SecureTrial {

  private static final Message HELLO = new Message("hello", null);
  private static final String HUNG_UP =
      "it began a TLS handshake and hung up: it does not accept this peer's certificate, or knows"
          + " neither TLS 1.2 nor 1.3";

  private Object handshake(ServedPeer peer) {
    return Told.of(client, new Request.Handshake(peer.address()));
  }

  private static Failure untrusted(String reason) {
    return new Failure(Kind.UNTRUSTED, reason);
  }

  private static void awaitTurnedAway(ServedPeer peer, String reason) {
    await()
        .untilAsserted(
            () ->
                assertThat(peer.service.turnedAway).containsExactly(new TurnedAway(HERE, reason)));
  }

  @Test
  void aPeerThatIsFirstMetIsKnownByItsFingerprintFromThenOn() throws IOException {
    try (ServedPeer peer = served.serve()) {
      assertThat(handshake(peer))
          .isEqualTo(
              new Reply.Introduced(
                  peer.service.self(), new Identity(served.own.fingerprint(), true)));
      assertThat(handshake(peer))
          .isEqualTo(
              new Reply.Introduced(
                  peer.service.self(), new Identity(served.own.fingerprint(), false)));
      assertThat(Told.of(client, new Request.Tell(peer.address(), HELLO)))
          .isEqualTo(new Reply.Heard(Hearing.UNSAID));
      assertThat(peer.service.heard).hasSize(1);
      assertThat(peer.service.turnedAway).isEmpty();
      assertThat(peer.service.failed).isEmpty();
    }
  }

  @Test
  void aChangedFingerprintIsRefusedOnBothSidesUntilTheOldOneIsForgotten() throws IOException {
    try (ReservedPort place = new ReservedPort();
        SecureParty other = SecureParty.in(folder)) {
      try (ServedPeer peer = served.serve(ServerLimits.DEFAULT, place.endpoint().port())) {
        handshake(peer);
      }
      try (ServedPeer peer = other.serve(ServerLimits.DEFAULT, place.endpoint().port())) {
        String address = peer.address().toString();
        assertThat(handshake(peer))
            .isEqualTo(
                untrusted(
                    "the certificate of "
                        + address
                        + " has changed: its fingerprint was "
                        + served.own.fingerprint()
                        + " and is "
                        + other.own.fingerprint()
                        + " now; if that is intended, forget the old one with --forget "
                        + address
                        + " or in the window"));
        awaitTurnedAway(peer, HUNG_UP);
        assertThat(peer.service.heard).isEmpty();

        assertThat(calling.trusted().forget(peer.address())).isPresent();
        assertThat(handshake(peer))
            .isEqualTo(
                new Reply.Introduced(
                    peer.service.self(), new Identity(other.own.fingerprint(), true)));
      }
    }
  }

  @Test
  void anExpiredCertificateIsRefusedOnBothSides() throws IOException {
    try (SecureParty old = SecureParty.in(folder, Instant.parse("2020-01-01T00:00:00Z"));
        ServedPeer peer = old.serve()) {
      assertThat(handshake(peer))
          .isEqualTo(untrusted("its certificate has expired, on 2022-04-05T00:00:00Z"));
      awaitTurnedAway(peer, HUNG_UP);
    }
  }

  @Test
  void aCertificateThatIsNotValidYetIsRefused() throws IOException {
    try (SecureParty early = SecureParty.in(folder, Instant.parse("2099-01-02T00:00:00Z"));
        ServedPeer peer = early.serve()) {
      assertThat(handshake(peer))
          .isEqualTo(
              untrusted(
                  "its certificate is not valid yet, but from 2099-01-01T00:00:00Z on; is the clock"
                      + " of this machine right?"));
      awaitTurnedAway(peer, HUNG_UP);
    }
  }

  @Test
  void withAnAuthorityOnlyItsCertificatesForTheCalledAddressAreAccepted() throws IOException {
    TestAuthority school = new TestAuthority("class 7b");
    Authority trust = KeyFiles.truststore(school.pem(folder.resolve("7b.pem")), new char[0]);
    Instant end = Instant.now().plus(Duration.ofDays(5));
    try (SecureParty pupil = SecureParty.of(school.issue(folder, "127.0.0.1", end), trust);
        SecureParty elsewhere = SecureParty.of(school.issue(folder, "10.0.0.7", end), trust);
        SecureParty late =
            SecureParty.of(
                school.issue(folder, "127.0.0.1", Instant.parse("2026-01-01T00:00:00Z")), trust);
        SecureParty foreign =
            SecureParty.of(new TestAuthority("class 7a").issue(folder, "127.0.0.1", end), trust);
        HttpPeerClient pupils = pupil.client();
        ServedPeer good = pupil.serve();
        ServedPeer misnamed = elsewhere.serve();
        ServedPeer expired = late.serve();
        ServedPeer stranger = foreign.serve();
        ServedPeer selfMade = served.serve()) {
      assertThat(Told.of(pupils, new Request.Handshake(good.address())))
          .isEqualTo(
              new Reply.Introduced(
                  good.service.self(), new Identity(pupil.own.fingerprint(), false)));
      assertThat(Told.of(pupils, new Request.Handshake(misnamed.address())))
          .isEqualTo(
              untrusted(
                  "its certificate is signed by the authority of --truststore, but is for other"
                      + " addresses than 127.0.0.1"));
      assertThat(Told.of(pupils, new Request.Handshake(expired.address())))
          .isEqualTo(untrusted("its certificate has expired, on 2026-01-01T00:00:00Z"));
      Failure unsigned =
          untrusted("its certificate is not signed by the authority of --truststore");
      assertThat(Told.of(pupils, new Request.Handshake(stranger.address()))).isEqualTo(unsigned);
      assertThat(Told.of(pupils, new Request.Handshake(selfMade.address()))).isEqualTo(unsigned);
      for (ServedPeer peer : List.of(misnamed, expired, stranger, selfMade)) {
        awaitTurnedAway(peer, HUNG_UP);
      }
    }
  }

  @Test
  void aPlainPeerThatIsCalledOverTlsSaysSoAtOnceOnBothSides() throws IOException {
    try (ServedPeer peer = new ServedPeer()) {
      assertThat(handshake(peer))
          .isEqualTo(
              untrusted(
                  "it speaks plain HTTP, and this peer only HTTPS; start it with --tls, or this one"
                      + " without"));
      awaitTurnedAway(
          peer,
          "it speaks HTTPS, and this peer plain HTTP; start this one with --tls, or it without");
    }
  }

  @Test
  void aTlsPeerThatIsCalledPlainlySaysSoAtOnceOnBothSides() throws IOException {
    try (ServedPeer peer = served.serve();
        HttpPeerClient plain = new HttpPeerClient()) {
      for (Request request :
          List.of(new Request.Handshake(peer.address()), new Request.Tell(peer.address(), HELLO))) {
        assertThat(Told.of(plain, request))
            .isEqualTo(
                untrusted(
                    "it speaks HTTPS only, and this peer plain HTTP; start this one with --tls, or"
                        + " it without"));
      }
      assertThat(peer.service.heard).isEmpty();
      assertThat(peer.service.turnedAway)
          .hasSize(2)
          .containsOnly(
              new TurnedAway(
                  HERE,
                  "it speaks plain HTTP, and this peer HTTPS only; start it with --tls, or this one"
                      + " without"));
    }
  }

  /// Other programs answer a plain request with an alert, or with nothing but TLS.
  @ParameterizedTest
  @ValueSource(bytes = {0x15, 0x16})
  void aPlainCallerRecognizesAnAnswerInTls(byte first) throws IOException {
    String alert = new String(new char[] {(char) first, 3, 1, 0, 2, 2, 70});
    try (ScriptedServer server =
            new ScriptedServer(
                visitor -> {
                  visitor.readRequest();
                  visitor.say(alert);
                  visitor.waitForLeaving();
                });
        HttpPeerClient plain = new HttpPeerClient()) {
      assertThat(Told.of(plain, new Request.Handshake(server.address())))
          .isEqualTo(
              untrusted(
                  "it speaks HTTPS only, and this peer plain HTTP; start this one with --tls, or it"
                      + " without"));
    }
  }

  @Test
  void anyPlainCallerIsAnsweredInWordsAndClosed() throws IOException {
    try (ServedPeer peer = served.serve();
        RawConnection caller = peer.connect()) {
      RawAnswer answer =
          caller.send(RawConnection.post("/message", "{\"message\":\"a\"}")).answer();
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.contentType()).isEqualTo("application/problem+json");
      assertThat(answer.body())
          .contains("this peer speaks HTTPS only; start the one that calls it with --tls");
      assertThat(caller.isClosedInSilence()).isTrue();
    }
  }

  @Test
  void followingAPeerOverTlsReportsEventsOrTheReasonWhyNot() throws IOException {
    try (ServedPeer peer = served.serve();
        ServedPeer plain = new ServedPeer();
        PeerStreams streams =
            new PeerStreams(Instant::now, StreamLimits.DEFAULT, calling.security)) {
      Followed followed = new Followed();
      Followed refused = new Followed();
      PeerStreams.Following _ = streams.follow(peer.address(), followed);
      PeerStreams.Following _ = streams.follow(plain.address(), refused);
      followed.awaitHeard(1);
      assertThat(refused.reason()).startsWith("it speaks plain HTTP, and this peer only HTTPS");
      peer.server.close();
      assertThat(followed.reason()).isNotEmpty();
    }
  }

  @Test
  void rubbishInTheHandshakeEndsOnlyTheConnection() throws IOException {
    byte[] rubbish = new byte[300];
    rubbish[0] = 0x16;
    rubbish[1] = 3;
    rubbish[2] = 1;
    rubbish[4] = 20;
    try (ServedPeer peer = served.serve();
        RawConnection caller = peer.connect()) {
      caller.send(rubbish);
      caller.rest();
      awaitTurnedAway(peer, HUNG_UP);
      assertThat(handshake(peer)).isInstanceOf(Reply.Introduced.class);
      assertThat(peer.service.failed).isEmpty();
    }
  }
}
