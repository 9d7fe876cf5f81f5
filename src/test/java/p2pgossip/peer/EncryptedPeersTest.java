package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import p2pgossip.certificate.CertificateStore;
import p2pgossip.certificate.TrustedPeers;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.GossipEvent.CallerTurnedAway;
import p2pgossip.gossip.GossipEvent.PeerConnected;
import p2pgossip.gossip.GossipEvent.PeerMet;
import p2pgossip.gossip.GossipEvent.PeerRefused;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Standing;
import p2pgossip.net.TransportSecurity;
import p2pgossip.original.ReservedPort;

/// Complete peers that gossip over TLS, or can't, and what each of them reports.
class EncryptedPeersTest {

  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

  @TempDir private Path folder;
  private final List<PeerRuntime> runtimes = new ArrayList<>();

  @AfterEach
  void close() {
    runtimes.forEach(PeerRuntime::close);
  }

  private TransportSecurity security() throws IOException {
    Path own = Files.createTempDirectory(folder, "user");
    InstantSource clock = InstantSource.system();
    return new TransportSecurity(
        new CertificateStore(own, clock).own(List.of()), TrustedPeers.open(own, clock), clock);
  }

  private PeerRuntime runtime(@Nullable TransportSecurity security) {
    PeerRuntime runtime = new PeerRuntime(random -> "gossip", 1, Duration.ofSeconds(5), security);
    runtimes.add(runtime);
    return runtime;
  }

  private static Fingerprint fingerprint(PeerRuntime runtime) {
    return runtime.security().orElseThrow().fingerprint();
  }

  @Test
  void twoPeersGossipOverTlsAndEachTellsByWhichKeyItKnowsTheOther() throws IOException {
    PeerRuntime here = runtime(security());
    PeerRuntime there = runtime(security());
    try (WatchedPeer first = WatchedPeer.start(here, WatchedPeer.QUICK);
        WatchedPeer second = WatchedPeer.start(there, WatchedPeer.QUICK, first.endpoint())) {
      second.awaitEvent(PeerConnected.class);
      assertThat(second.awaitEvent(PeerMet.class).fingerprint()).isEqualTo(fingerprint(here));
      assertThat(first.awaitEvent(PeerMet.class).fingerprint()).isEqualTo(fingerprint(there));
      first.awaitEvent(GossipEvent.MessageReceived.class);
      second.awaitEvent(GossipEvent.MessageReceived.class);

      Neighbor neighbor = second.peer().knownPeers().get(first.address());
      assertThat(neighbor).isNotNull();
      assertThat(neighbor.fingerprint()).isEqualTo(fingerprint(here));
      assertThat(second.events(PeerMet.class)).hasSize(1);
      assertThat(first.events(CallerTurnedAway.class)).isEmpty();
      assertThat(first.events(GossipEvent.Trouble.class)).isEmpty();
    }
  }

  @Test
  void aPeerInAnothersPlaceIsRefusedUntilTheOldKeyIsForgotten() throws IOException {
    PeerRuntime here = runtime(security());
    PeerRuntime there = runtime(security());
    PeerRuntime impostors = runtime(security());
    // However long it takes until the impostor listens, the peer that it replaces is not forgotten.
    PeerSettings patient = WatchedPeer.QUICK.withFailureLimit(1_000);
    try (ReservedPort place = new ReservedPort();
        WatchedPeer first = WatchedPeer.start(here, patient)) {
      WatchedPeer second = WatchedPeer.startAt(place, there, WatchedPeer.QUICK, first.endpoint());
      first.awaitStanding(second.endpoint(), Standing.CONNECTED);
      second.close();
      try (WatchedPeer impostor = WatchedPeer.startAt(place, impostors, WatchedPeer.QUICK)) {
        Failure failure = first.awaitEvent(PeerRefused.class).failure();
        assertThat(failure.kind()).isEqualTo(Failure.Kind.UNTRUSTED);
        assertThat(failure.reason())
            .contains(fingerprint(there).text(), fingerprint(impostors).text(), "--forget");
        assertThat(impostor.awaitEvent(CallerTurnedAway.class).source()).isEqualTo(HERE);
        assertThat(impostor.heard()).isEmpty();

        here.security()
            .flatMap(TransportSecurity::trustedPeers)
            .orElseThrow()
            .forget(second.address());
        first.peer().retryRefused();
        first.awaitEvent(PeerMet.class, met -> met.fingerprint().equals(fingerprint(impostors)));
        impostor.awaitEvent(GossipEvent.MessageReceived.class);
      }
    }
  }

  @Test
  void aPlainPeerAndATlsPeerSayInWordsWhyTheyDoNotMeet() throws IOException {
    PeerRuntime plain = runtime(null);
    PeerRuntime secure = runtime(security());
    PeerSettings settings = WatchedPeer.QUICK;
    try (WatchedPeer plainPeer = WatchedPeer.start(plain, settings);
        WatchedPeer securePeer = WatchedPeer.start(secure, settings);
        WatchedPeer plainCaller = WatchedPeer.start(plain, settings, securePeer.endpoint());
        WatchedPeer secureCaller = WatchedPeer.start(secure, settings, plainPeer.endpoint())) {
      assertThat(plainCaller.awaitEvent(PeerRefused.class).failure().kind())
          .isEqualTo(Failure.Kind.UNTRUSTED);
      assertThat(securePeer.awaitEvent(CallerTurnedAway.class).reason())
          .startsWith("it speaks plain HTTP");
      assertThat(secureCaller.awaitEvent(PeerRefused.class).failure().kind())
          .isEqualTo(Failure.Kind.UNTRUSTED);
      assertThat(plainPeer.awaitEvent(CallerTurnedAway.class).reason())
          .startsWith("it speaks HTTPS");
      assertThat(plainPeer.heard()).isEmpty();
      assertThat(securePeer.heard()).isEmpty();
    }
  }
}
