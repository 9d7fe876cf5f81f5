package p2pgossip.peer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static p2pgossip.original.Patience.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import p2pgossip.certificate.CertificateStore;
import p2pgossip.certificate.TrustedPeers;
import p2pgossip.classroom.ClassTarget;
import p2pgossip.classroom.KeyCode;
import p2pgossip.classroom.TeacherKey;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.GossipEvent.PeerConnected;
import p2pgossip.gossip.GossipEvent.PeerRefused;
import p2pgossip.gossip.GossipEvent.SettingsReported;
import p2pgossip.gossip.GossipEvent.TuningFailed;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Standing;
import p2pgossip.gossip.Tuning;
import p2pgossip.net.TransportSecurity;
import p2pgossip.net.password.Password;
import p2pgossip.original.ReservedPort;
import p2pgossip.testing.Recorder;

/// The peers of a class: a student's peer takes nobody for the teacher but the peer with the
/// teacher's key, even where all know the password.
class ClassPeersTest {

  private static final Password OURS = Password.of("four unrelated words");
  private static final PeerSettings TUNABLE = WatchedPeer.QUICK.withTunable(true);
  private static final Tuning SLOWER =
      new Tuning(Duration.ofSeconds(7), null, null, null, null, null, null);

  @TempDir private Path folder;
  private final List<PeerRuntime> runtimes = new ArrayList<>();

  @AfterEach
  void close() {
    runtimes.forEach(PeerRuntime::close);
  }

  /// A laptop of its own: with its own key and its own trusted peers.
  private PeerRuntime laptop() throws IOException {
    Path own = Files.createTempDirectory(folder, "user");
    InstantSource clock = InstantSource.system();
    TransportSecurity security =
        new TransportSecurity(
            new CertificateStore(own, clock).own(List.of()), TrustedPeers.open(own, clock), clock);
    PeerRuntime runtime = new PeerRuntime(_ -> "gossip", 1, Duration.ofSeconds(5), security);
    runtimes.add(runtime);
    return runtime;
  }

  private static Fingerprint key(PeerRuntime laptop) {
    return laptop.security().orElseThrow().fingerprint();
  }

  private static WatchedPeer join(PeerRuntime laptop, PeerAddress teacher, TeacherKey key) {
    return WatchedPeer.join(laptop, OURS, TUNABLE, new ClassTarget(teacher, key, "Year 9", true));
  }

  @Test
  void aStudentMeetsTheTeacherByTheWholeKeyOrByItsCode() throws IOException {
    PeerRuntime teachers = laptop();
    TeacherKey whole = new TeacherKey.Whole(key(teachers));
    TeacherKey code = new TeacherKey.Typed(KeyCode.of(key(teachers)));
    try (WatchedPeer teacher = WatchedPeer.start(teachers, OURS, WatchedPeer.QUICK);
        WatchedPeer ana = join(laptop(), teacher.address(), whole);
        WatchedPeer ben = join(laptop(), teacher.address(), code)) {
      ana.awaitEvent(PeerConnected.class);
      ben.awaitEvent(PeerConnected.class);
      // It is known beforehand, so there is nothing to compare aloud.
      assertThat(ana.events(GossipEvent.PeerMet.class)).isEmpty();
    }
  }

  @Test
  void whoeverAnswersInTheTeachersPlaceIsRefusedInWordsAndHearsNothing() throws IOException {
    PeerRuntime teachers = laptop();
    PeerRuntime impostors = laptop();
    try (WatchedPeer impostor = WatchedPeer.start(impostors, OURS, WatchedPeer.QUICK);
        WatchedPeer ana = join(laptop(), impostor.address(), new TeacherKey.Whole(key(teachers)))) {
      Failure failure = ana.awaitEvent(PeerRefused.class).failure();
      assertThat(failure.kind()).isEqualTo(Failure.Kind.UNTRUSTED);
      assertThat(failure.reason())
          .contains(
              "not the teacher of this class",
              KeyCode.of(key(impostors)).text(),
              KeyCode.of(key(teachers)).text());
      ana.awaitPeriods(2);
      assertThat(impostor.heard()).isEmpty();
      assertThat(ana.standing(impostor.endpoint())).isEqualTo(Standing.REFUSED);
    }
  }

  @Test
  void theTeacherIsMetWhereAnotherPeerWasYesterday() throws IOException {
    PeerRuntime teachers = laptop();
    PeerRuntime anas = laptop();
    try (ReservedPort place = new ReservedPort()) {
      PeerAddress address = WatchedPeer.address(place.endpoint());
      var _ =
          anas.security()
              .flatMap(TransportSecurity::trustedPeers)
              .orElseThrow()
              .meet(address, key(laptop()));
      try (WatchedPeer _ = WatchedPeer.startAt(place, teachers, OURS, WatchedPeer.QUICK);
          WatchedPeer ana = join(anas, address, new TeacherKey.Whole(key(teachers)))) {
        ana.awaitEvent(PeerConnected.class);
      }
    }
  }

  @Test
  void onlyTheTeacherChangesAStudentAlthoughAllKnowThePassword() throws IOException {
    PeerRuntime teachers = laptop();
    try (WatchedPeer teacher = WatchedPeer.start(teachers, OURS, WatchedPeer.QUICK);
        WatchedPeer ana = join(laptop(), teacher.address(), new TeacherKey.Whole(key(teachers)));
        WatchedPeer mallory =
            WatchedPeer.start(laptop(), OURS, WatchedPeer.QUICK, ana.endpoint())) {
      mallory.awaitStanding(ana.endpoint(), Standing.CONNECTED);
      mallory.peer().tune(List.of(ana.address()), SLOWER);
      assertThat(mallory.awaitEvent(TuningFailed.class).failure().reason())
          .contains("only the teacher");
      assertThat(ana.peer().settings()).isEqualTo(TUNABLE);

      teacher.awaitStanding(ana.endpoint(), Standing.CONNECTED);
      teacher.peer().tune(List.of(ana.address()), SLOWER);
      teacher.awaitEvent(SettingsReported.class, SettingsReported::tuned);
      assertThat(ana.peer().settings()).isEqualTo(SLOWER.applyTo(TUNABLE));
    }
  }

  @Test
  void onlyTheTeacherHasAStudentTellARumour() throws IOException {
    PeerRuntime teachers = laptop();
    Recorder<Optional<Failure>> outcomes = new Recorder<>();
    try (WatchedPeer teacher = WatchedPeer.start(teachers, OURS, WatchedPeer.QUICK);
        WatchedPeer ana = join(laptop(), teacher.address(), new TeacherKey.Whole(key(teachers)));
        WatchedPeer mallory = WatchedPeer.start(laptop(), OURS, WatchedPeer.QUICK)) {
      mallory.peer().errands().begin(ana.address(), "Mallory's", outcomes::accept);
      await().until(() -> outcomes.size() == 1);
      assertThat(outcomes.first().orElseThrow().reason()).contains("only the teacher");

      teacher.peer().errands().begin(ana.address(), "x".repeat(5_000), outcomes::accept);
      await().until(() -> outcomes.size() == 2);
      assertThat(outcomes.last().orElseThrow().reason()).contains("4096");

      teacher.peer().errands().begin(ana.address(), "The bridge is closed", outcomes::accept);
      await().until(() -> outcomes.size() == 3);
      assertThat(outcomes.last()).isEmpty();
      List<GossipEvent.RumorHeard> told = ana.events(GossipEvent.RumorHeard.class);
      assertThat(told).hasSize(1);
      assertThat(told.getFirst().sender()).isNull();
      assertThat(told.getFirst().copy().rumor().text()).isEqualTo("The bridge is closed");
      assertThat(told.getFirst().copy().rumor().origin()).isEqualTo(ana.address());
    }
  }

  @Test
  void onceTheClassIsLeftTheUsualRuleHoldsAtThatAddressAgain() throws IOException {
    PeerRuntime teachers = laptop();
    PeerRuntime others = laptop();
    PeerRuntime anas = laptop();
    try (WatchedPeer other = WatchedPeer.start(others, OURS, WatchedPeer.QUICK)) {
      try (WatchedPeer ana = join(anas, other.address(), new TeacherKey.Whole(key(teachers)))) {
        ana.awaitEvent(PeerRefused.class);
      }
      try (WatchedPeer ana = WatchedPeer.start(anas, OURS, WatchedPeer.QUICK, other.endpoint())) {
        ana.awaitEvent(PeerConnected.class);
      }
    }
  }

  @Test
  void withoutTlsNoClassIsJoined() {
    TeacherKey key =
        new TeacherKey.Whole(new Fingerprint("SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU"));
    PeerConfig config =
        new PeerConfig(0, null, TUNABLE, List.of())
            .withClass(new ClassTarget(PeerAddress.parse("127.0.0.1:1"), key, "Year 9", false));
    try (PeerRuntime plain = WatchedPeer.runtime()) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> RunningPeer.start(config, plain, _ -> {}))
          .withMessageContaining("encrypted");
    }
  }

  @Test
  void aCallerWithoutACertificateIsNotTheTeacher() throws Exception {
    PeerRuntime teachers = laptop();
    try (WatchedPeer teacher = WatchedPeer.start(teachers, WatchedPeer.QUICK);
        WatchedPeer ana =
            WatchedPeer.join(
                laptop(),
                null,
                TUNABLE,
                new ClassTarget(
                    teacher.address(), new TeacherKey.Whole(key(teachers)), "Year 9", false))) {
      SSLContext anybody = SSLContext.getInstance("TLS");
      anybody.init(null, new TrustManager[] {new TrustsEveryServer()}, new SecureRandom());
      String body = "{\"paused\":true}";
      try (SSLSocket socket =
          (SSLSocket)
              anybody.getSocketFactory().createSocket(ana.address().ip(), ana.address().port())) {
        socket
            .getOutputStream()
            .write(
                ("PATCH /settings HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: %s\r\n\r\n%s"
                        .formatted(ana.address(), body.length(), body))
                    .getBytes(US_ASCII));
        assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
            .startsWith("HTTP/1.1 403")
            .contains("only the teacher");
      }
      assertThat(ana.peer().settings()).isEqualTo(TUNABLE);
    }
  }
}
