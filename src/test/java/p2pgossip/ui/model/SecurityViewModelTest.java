package p2pgossip.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.ui.model.ModelAtWork.TIME_LIMIT;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import p2pgossip.certificate.CertificateStore;
import p2pgossip.certificate.Trust;
import p2pgossip.certificate.TrustedPeers;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Standing;
import p2pgossip.net.TransportSecurity;
import p2pgossip.original.ReservedPort;
import p2pgossip.peer.PeerRuntime;

class SecurityViewModelTest {

  private static final PeerSettings SLOW = PeerSettings.DEFAULT.withPeriod(Duration.ofHours(1));

  @TempDir private Path folder;

  private static PeerRuntime plain() {
    return new PeerRuntime(random -> "Hark", 1, TIME_LIMIT);
  }

  /// A model with a key and a trust store of its own.
  private PeerRuntime encrypted(String name) throws IOException {
    Path own = folder.resolve(name);
    Trust trust = TrustedPeers.open(own, InstantSource.system());
    TransportSecurity security =
        new TransportSecurity(
            new CertificateStore(own, InstantSource.system()).own(List.of()),
            trust,
            InstantSource.system());
    return new PeerRuntime(random -> "Hark", 1, TIME_LIMIT, security);
  }

  private static Standing standing(PeerViewModel model, PeerAddress of) {
    return model.neighbor(of).map(Neighbor::standing).orElse(Standing.PENDING);
  }

  @Test
  void letsInWhoIsGivenTheRightPasswordLater() {
    try (PeerRuntime runtime = plain();
        ModelAtWork guarded = new ModelAtWork(runtime, SLOW);
        ModelAtWork caller = new ModelAtWork(runtime, SLOW)) {
      guarded.ask(it -> it.security().give("open sesame"));
      PeerAddress at = guarded.start();
      caller.ask(it -> it.security().give("open barley"));
      caller.start(at);
      caller.until(it -> standing(it, at) == Standing.REFUSED);
      caller.until(it -> it.security().remedy(at) == Remedy.GIVE_PASSWORD);
      caller.ask(it -> it.security().give("open sesame"));
      caller.until(it -> standing(it, at) == Standing.CONNECTED);

      assertThat(caller.<Remedy>see(it -> it.security().remedy(at))).isEqualTo(Remedy.NONE);
      assertThat(caller.<Boolean>see(it -> it.security().guardedProperty().get())).isTrue();
      assertThat(String.join("\n", caller.log())).doesNotContain("barley", "sesame");
    }
  }

  @Test
  void letsInEverybodyAgainOnceThePasswordIsCleared() {
    try (PeerRuntime runtime = plain();
        ModelAtWork guarded = new ModelAtWork(runtime, SLOW)) {
      guarded.ask(it -> it.security().give("open sesame"));
      guarded.start();
      guarded.ask(it -> it.security().give(""));

      assertThat(guarded.<Boolean>see(it -> it.security().guardedProperty().get())).isFalse();
      assertThat(guarded.<Boolean>see(it -> it.security().exposedProperty().get())).isFalse();
    }
  }

  @Test
  void saysWhyAPasswordIsNone() {
    try (PeerRuntime runtime = plain();
        ModelAtWork peer = new ModelAtWork(runtime, SLOW)) {
      peer.ask(it -> it.security().give("x".repeat(257)));

      assertThat(peer.<String>see(it -> it.security().passwordErrorProperty().get()))
          .startsWith("A password ")
          .endsWith(" 256 characters, not 257.");
      assertThat(peer.<Boolean>see(it -> it.security().guardedProperty().get())).isFalse();
      peer.ask(it -> it.security().dismissError());
      assertThat(peer.<String>see(it -> it.security().passwordErrorProperty().get())).isEmpty();
    }
  }

  @Test
  void blamesThePasswordWhereItWouldBeUsedBetweenMachinesInTheOpen() {
    try (PeerRuntime runtime = plain();
        ModelAtWork peer = new ModelAtWork(runtime, SLOW)) {
      peer.ask(it -> it.security().give("open sesame"));
      peer.ask(it -> it.start(0, "192.0.2.1", List.of()));
      peer.until(it -> it.startFailureProperty().get() != null);

      StartFailure failure = peer.see(it -> it.startFailureProperty().get());
      assertThat(failure.field()).isEqualTo(StartFailure.Field.PASSWORD);
      assertThat(failure.sentence()).contains("--tls");
    }
  }

  @Test
  void warnsOfAPeerThatAnybodyOnTheNetworkCanConnectTo() {
    try (PeerRuntime runtime = plain();
        ModelAtWork peer = new ModelAtWork(runtime, SLOW)) {
      peer.ask(it -> it.start(0, "192.0.2.1", List.of()));
      peer.untilState(PeerState.RUNNING);
      assertThat(peer.<Boolean>see(it -> it.security().exposedProperty().get())).isTrue();
      peer.ask(it -> it.security().give("open sesame"));

      assertThat(peer.<String>see(it -> it.security().passwordErrorProperty().get()))
          .contains("--tls");
      peer.ask(PeerViewModel::stop);
      peer.untilState(PeerState.STOPPED);
      assertThat(peer.<Boolean>see(it -> it.security().exposedProperty().get())).isFalse();
    }
  }

  @Test
  void trustsANewKeyWhereTheUserWantsThat() throws IOException {
    try (ReservedPort place = new ReservedPort();
        PeerRuntime mine = encrypted("mine");
        ModelAtWork caller = new ModelAtWork(mine, SLOW)) {
      PeerAddress at;
      Fingerprint before;
      try (PeerRuntime theirs = encrypted("theirs");
          ModelAtWork met = new ModelAtWork(theirs, SLOW)) {
        met.ask(it -> it.start(place.endpoint().port(), "", List.of()));
        met.untilState(PeerState.RUNNING);
        at = met.see(it -> it.addressProperty().get());
        PeerAddress first = at;
        before = met.see(it -> it.security().ownFingerprint().orElseThrow());
        caller.start(first);
        caller.until(it -> standing(it, first) == Standing.CONNECTED);
        assertThat(caller.<Fingerprint>see(it -> it.neighbor(first).orElseThrow().fingerprint()))
            .isEqualTo(before);
        assertThat(caller.<Boolean>see(it -> it.security().isEncrypted())).isTrue();
        caller.ask(it -> it.disconnect(first));
      }
      try (PeerRuntime others = encrypted("others");
          ModelAtWork other = new ModelAtWork(others, SLOW)) {
        other.ask(it -> it.start(at.port(), "", List.of()));
        other.untilState(PeerState.RUNNING);
        Fingerprint now = other.see(it -> it.security().ownFingerprint().orElseThrow());
        caller.ask(it -> it.connect(at));
        caller.until(it -> standing(it, at) == Standing.REFUSED);
        caller.until(it -> it.security().remedy(at) == Remedy.TRUST_ANEW);
        caller.ask(it -> it.security().trustAnew(at));
        caller.until(it -> standing(it, at) == Standing.CONNECTED);

        assertThat(now).isNotEqualTo(before);
        assertThat(caller.<Fingerprint>see(it -> it.neighbor(at).orElseThrow().fingerprint()))
            .isEqualTo(now);
      }
    }
  }
}
