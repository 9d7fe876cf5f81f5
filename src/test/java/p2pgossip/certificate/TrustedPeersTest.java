package p2pgossip.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.PeerAddress;

class TrustedPeersTest {

  private static final Instant NOW = Instant.parse("2026-11-27T00:00:00Z");
  private static final PeerAddress PEER = PeerAddress.parse("10.0.0.7:8080");
  private static final PeerAddress OTHER = PeerAddress.parse("[2001:db8::1]:8080");
  private static final Fingerprint RED = fingerprint('r');
  private static final Fingerprint BLUE = fingerprint('b');

  @TempDir private Path folder;

  private static Fingerprint fingerprint(char digit) {
    return new Fingerprint("SHA256:" + String.valueOf(digit).repeat(43));
  }

  private TrustedPeers open() throws IOException {
    return open(NOW);
  }

  private TrustedPeers open(Instant now) throws IOException {
    return TrustedPeers.open(folder, InstantSource.fixed(now));
  }

  private Path file() {
    return folder.resolve(TrustedPeersFile.FILE);
  }

  @Test
  void theFileOfVersion10IsStillRead() throws Exception {
    Files.copy(Path.of("src/test/resources/kept/1.0/trusted-peers"), file());
    try (TrustedPeers trusted = open()) {
      PeerAddress kept = PeerAddress.parse("192.168.1.20:8080");
      assertThat(trusted.check(kept, fingerprint('3'))).isEqualTo(new Verdict.Known());
      assertThat(trusted.check(kept, RED)).isEqualTo(new Verdict.Changed(fingerprint('3')));
      assertThat(trusted.list()).hasSize(2);
    }
  }

  @Test
  void aPeerThatIsMetIsKnownFromThenOnAndAChangeIsReported() throws Exception {
    try (TrustedPeers trusted = open()) {
      assertThat(trusted.check(PEER, RED)).isEqualTo(new Verdict.FirstMet());
      assertThat(trusted.list()).isEmpty();

      assertThat(trusted.meet(PEER, RED)).isEqualTo(new Verdict.FirstMet());
      assertThat(trusted.meet(PEER, RED)).isEqualTo(new Verdict.Known());
      assertThat(trusted.check(PEER, BLUE)).isEqualTo(new Verdict.Changed(RED));
      assertThat(trusted.meet(PEER, BLUE)).isEqualTo(new Verdict.Changed(RED));
      assertThat(trusted.check(OTHER, BLUE)).isEqualTo(new Verdict.FirstMet());
    }
  }

  @Test
  void itIsRememberedBetweenRunsUntilItIsForgotten() throws Exception {
    try (TrustedPeers trusted = open()) {
      trusted.meet(PEER, RED);
      trusted.meet(OTHER, BLUE);
    }
    try (TrustedPeers trusted = open()) {
      assertThat(trusted.check(PEER, RED)).isEqualTo(new Verdict.Known());
      assertThat(trusted.forget(PEER)).contains(new TrustedPeer(PEER, RED, NOW, NOW));
      assertThat(trusted.forget(PEER)).isEmpty();
    }
    try (TrustedPeers trusted = open()) {
      assertThat(trusted.list()).containsExactly(new TrustedPeer(OTHER, BLUE, NOW, NOW));
    }
  }

  @Test
  void processesThatWriteAtTheSameTimeLoseNothingOfEachOther() throws Exception {
    try (TrustedPeers one = open();
        TrustedPeers two = open()) {
      one.meet(PEER, RED);
      one.flush();
      two.meet(OTHER, BLUE);
      two.flush();
      assertThat(two.list()).hasSize(2);

      // The first to write is believed.
      one.meet(OTHER, RED);
      one.flush();
      assertThat(one.check(OTHER, RED)).isEqualTo(new Verdict.Changed(BLUE));
    }
  }

  @Test
  void aPeerForgottenByAnotherProcessIsForgottenHereAfterTheNextRefusal() throws Exception {
    try (TrustedPeers running = open();
        TrustedPeers other = open()) {
      running.meet(PEER, RED);
      running.flush();
      other.flush();
      other.forget(PEER);
      other.flush();

      await()
          .untilAsserted(
              () -> assertThat(running.check(PEER, BLUE)).isEqualTo(new Verdict.FirstMet()));
    }
  }

  @Test
  void aDamagedFileIsSetAsideAndItsGoodLinesAreKept() throws Exception {
    try (TrustedPeers trusted = open()) {
      trusted.meet(PEER, RED);
    }
    String damaged = Files.readString(file()) + "10.0.0.8:8080 SHA256:short\n\u0000\u0001";
    Files.writeString(file(), damaged);

    try (TrustedPeers trusted = open()) {
      assertThat(trusted.list()).containsExactly(new TrustedPeer(PEER, RED, NOW, NOW));
    }
    try (var files = Files.list(folder)) {
      assertThat(files.filter(it -> it.toString().contains(".damaged-")))
          .singleElement()
          .satisfies(aside -> assertThat(aside).hasContent(damaged));
    }
    assertThat(Files.readString(file())).contains(PEER.toString()).doesNotContain("short");
  }

  @Test
  void theLastMeetingIsWrittenOnceADay() throws Exception {
    try (TrustedPeers trusted = open()) {
      trusted.meet(PEER, RED);
    }
    try (TrustedPeers trusted = open(NOW.plus(Duration.ofHours(2)))) {
      trusted.meet(PEER, RED);
    }
    Instant later = NOW.plus(Duration.ofHours(26));
    assertThat(Files.readString(file())).doesNotContain("T02:");
    try (TrustedPeers trusted = open(later)) {
      trusted.meet(PEER, RED);
      assertThat(trusted.list()).containsExactly(new TrustedPeer(PEER, RED, NOW, later));
    }
  }

  @Test
  void beyondTheBoundThoseMetTheLongestAgoGiveWay() throws Exception {
    StringBuilder lines = new StringBuilder(1_000_000);
    for (int i = 0; i < TrustedPeers.BOUND; i++) {
      PeerAddress address = PeerAddress.parse("10.1." + i / 250 + "." + i % 250 + ":8080");
      lines.append(new TrustedPeer(address, RED, NOW, NOW.plusSeconds(i)).line()).append('\n');
    }
    Files.writeString(file(), lines);

    try (TrustedPeers trusted = open(NOW.plus(Duration.ofDays(1)))) {
      trusted.meet(PEER, BLUE);
      List<TrustedPeer> known = trusted.list();
      assertThat(known).hasSize(TrustedPeers.BOUND);
      assertThat(known).extracting(TrustedPeer::address).contains(PEER);
      assertThat(known)
          .extracting(TrustedPeer::address)
          .doesNotContain(PeerAddress.parse("10.1.0.0:8080"))
          .contains(PeerAddress.parse("10.1.0.1:8080"));
    }
  }

  /// With 12,000 addresses of a few machines, none of which the user asked for.
  @Test
  void aStrangerWithManyAddressesDisplacesOnlyItself() throws IOException {
    StringBuilder lines = new StringBuilder("# p2pgossip\n");
    lines.append(new TrustedPeer(PEER, BLUE, NOW, NOW).line()).append('\n');
    for (int i = 0; i < 12_000; i++) {
      PeerAddress address = PeerAddress.parse("10.2.0." + i / 1_500 + ":" + (1 + i % 1_500));
      lines.append(new TrustedPeer(address, RED, NOW, NOW.plusSeconds(1 + i)).line()).append('\n');
    }
    Files.writeString(file(), lines);
    try (TrustedPeers trusted = open(NOW.plus(Duration.ofDays(1)))) {
      trusted.meet(PeerAddress.parse("10.2.0.0:9999"), RED);
      assertThat(trusted.check(PEER, RED)).isEqualTo(new Verdict.Changed(BLUE));
      assertThat(trusted.list()).hasSize(1 + 8 * TrustedPeers.MOST_OF_SOURCE);
    }
  }

  @Test
  void aPeerThatTheUserAskedForStaysAmongManyOfTheSameMachine() throws IOException {
    StringBuilder lines = new StringBuilder("# p2pgossip\n");
    PeerAddress asked = PeerAddress.parse("10.2.0.0:8080");
    lines.append(new TrustedPeer(asked, BLUE, NOW, NOW).line()).append('\n');
    for (int i = 0; i < 2 * TrustedPeers.MOST_OF_SOURCE; i++) {
      PeerAddress address = PeerAddress.parse("10.2.0.0:" + (10_000 + i));
      lines.append(new TrustedPeer(address, RED, NOW, NOW.plusSeconds(1 + i)).line()).append('\n');
    }
    Files.writeString(file(), lines);
    try (TrustedPeers trusted = open(NOW.plus(Duration.ofDays(1)))) {
      trusted.keep(asked);
      trusted.meet(PeerAddress.parse("10.2.0.0:9999"), RED);
      assertThat(trusted.check(asked, RED)).isEqualTo(new Verdict.Changed(BLUE));
    }
  }

  /// Beside a process that has not asked for the peer, or after a restart before it is asked for
  /// again.
  @Test
  void aPeerThatTheUserAskedForStaysInAnyProcessAndAfterARestart() throws IOException {
    PeerAddress met = PeerAddress.parse("10.2.0.0:8080");
    PeerAddress known = PeerAddress.parse("10.2.0.0:8081");
    PeerAddress unasked = PeerAddress.parse("10.2.0.0:8082");
    try (TrustedPeers trusted = open()) {
      trusted.meet(known, BLUE);
      trusted.meet(unasked, BLUE);
    }
    try (TrustedPeers asking = open()) {
      asking.keep(known);
      asking.keep(met);
      asking.meet(met, BLUE);
      asking.flush();
    }
    try (TrustedPeers other = open(NOW.plus(Duration.ofDays(1)))) {
      for (int port = 10_000; port < 10_000 + TrustedPeers.MOST_OF_SOURCE; port++) {
        other.meet(PeerAddress.parse("10.2.0.0:" + port), RED);
      }
      other.flush();
      assertThat(other.check(met, RED)).isEqualTo(new Verdict.Changed(BLUE));
      assertThat(other.check(known, RED)).isEqualTo(new Verdict.Changed(BLUE));
      assertThat(other.check(unasked, RED)).isEqualTo(new Verdict.FirstMet());
    }
    assertThat(Files.readAllLines(file()))
        .containsOnlyOnce("#asked " + met, "#asked " + known)
        .filteredOn(line -> !line.startsWith("#"))
        .hasSize(2 + TrustedPeers.MOST_OF_SOURCE)
        .allMatch(line -> line.split(" ").length == 4);
  }

  @Test
  void theLastThousandThatWereAskedForStay() throws IOException {
    StringBuilder lines = new StringBuilder(1_000_000);
    for (int i = 0; i < 3_000; i++) {
      PeerAddress address = PeerAddress.parse("127.0.0.1:" + (10_000 + i));
      lines.append(new TrustedPeer(address, RED, NOW, NOW.plusSeconds(i)).line()).append('\n');
      lines.append("#asked ").append(address).append('\n');
    }
    Files.writeString(file(), lines);

    try (TrustedPeers trusted = open(NOW.plus(Duration.ofDays(1)))) {
      trusted.meet(PEER, BLUE);
      trusted.flush();
      assertThat(trusted.list()).filteredOn(TrustedPeer::asked).hasSize(1_000);
      assertThat(trusted.list()).hasSizeLessThanOrEqualTo(1_000 + TrustedPeers.MOST_OF_SOURCE + 1);
      assertThat(trusted.check(PeerAddress.parse("127.0.0.1:12999"), BLUE))
          .isEqualTo(new Verdict.Changed(RED));
    }
  }

  @Test
  void aForgottenPeerIsNoLongerAskedFor() throws IOException {
    try (TrustedPeers trusted = open()) {
      trusted.keep(PEER);
      trusted.meet(PEER, RED);
      trusted.forget(PEER);
    }
    assertThat(file()).content().doesNotContain(PEER.toString());
  }
}
