package p2pgossip.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Standing;
import p2pgossip.peer.PeerConfig;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.RunningPeer;
import p2pgossip.testing.Recorder;
import p2pgossip.ui.beat.Beat;
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.model.PeerViewModel;

/// Each test runs two paused peers, so that only what the test sends is counted.
class PeerFactsTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final PeerSettings QUIET =
      PeerSettings.DEFAULT.withPaused(true).withPeriod(Duration.ofMillis(2_500));

  // No test waits for the time limit to run out, so it leaves room for a busy machine.
  private final PeerRuntime runtime = new PeerRuntime(random -> "Hark", 1, Duration.ofSeconds(20));
  private final ScheduledExecutorService fxThread = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final PeerViewModel model =
      new PeerViewModel(runtime, QUIET, background, fxThread, new Beat(fxThread, fxThread));

  @SuppressWarnings("NullAway.Init")
  private RunningPeer other;

  @BeforeEach
  void startBoth() throws IOException {
    other = RunningPeer.start(new PeerConfig(0, null, QUIET, List.of()), runtime, event -> {});
    see(it -> start(it, List.of(other.address())));
    until(it -> standing(it, other.address()) == Standing.CONNECTED);
  }

  @AfterEach
  void stopBoth() {
    other.close();
    see(
        it -> {
          it.close();
          return 0;
        });
    until(it -> it.stateProperty().get() == PeerState.STOPPED);
    runtime.close();
    fxThread.close();
    background.close();
  }

  private static int start(PeerViewModel model, List<PeerAddress> targets) {
    model.start(0, "", targets);
    return 0;
  }

  private static @Nullable Standing standing(PeerViewModel model, PeerAddress peer) {
    return model.neighbor(peer).map(it -> it.standing()).orElse(null);
  }

  private <T> T see(Function<PeerViewModel, T> what) {
    try {
      return fxThread.submit(() -> what.apply(model)).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void until(Function<PeerViewModel, Boolean> condition) {
    await().atMost(LONG).pollInterval(Duration.ofMillis(10)).until(() -> see(condition));
  }

  /// The facts as they are this long after the other peer was last heard.
  private List<Fact> factsAfter(Duration time, PeerAddress peer) {
    until(it -> it.neighbor(peer).isEmpty() || it.picture().nodes().containsKey(peer));
    return see(it -> facts(it, time).of(peer));
  }

  private static PeerFacts facts(PeerViewModel model, Duration afterLastHeard) {
    Instant heard =
        model.picture().nodes().keySet().stream()
            .flatMap(peer -> model.neighbor(peer).stream())
            .map(neighbor -> neighbor.health().lastHeard())
            .filter(time -> time != null)
            .findFirst()
            .orElse(Instant.EPOCH);
    return new PeerFacts(model, () -> heard.plus(afterLastHeard), ZoneOffset.UTC);
  }

  private static String time(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalTime().toString().substring(0, 8);
  }

  private static String valueOf(List<Fact> facts, String name) {
    return facts.stream()
        .filter(fact -> fact.name().equals(name))
        .map(Fact::value)
        .findFirst()
        .orElse("");
  }

  @Test
  void tellsOfThisPeer() {
    List<Fact> facts = see(it -> facts(it, Duration.ZERO).of(null));
    Instant started = see(it -> it.self().orElseThrow().started());

    assertThat(facts)
        .containsExactly(
            new Fact("Running since", time(started)),
            new Fact("Period", "2.5 s"),
            new Fact("Forgets peers", "after 3 failures, unless asked for"),
            new Fact("Periods begun", "0"),
            new Fact("Messages out", "0"),
            new Fact("Messages in", "0"),
            new Fact("Failed", "0"));
  }

  @Test
  void tellsThatWhomTheUserAskedForIsForgottenToo() {
    List<Fact> facts =
        see(
            it -> {
              it.change(settings -> settings.withKeep(false).withFailureLimit(1));
              return facts(it, Duration.ZERO).of(null);
            });

    assertThat(facts).contains(new Fact("Forgets peers", "at the first failure"));
  }

  @Test
  void tellsTheSameOfThisPeerByItsAddress() {
    List<Fact> byAddress = see(it -> facts(it, Duration.ZERO).of(it.addressProperty().get()));
    List<Fact> byNothing = see(it -> facts(it, Duration.ZERO).of(null));

    assertThat(byAddress).isEqualTo(byNothing);
  }

  @Test
  void tellsOfANeighbor() {
    see(
        it -> {
          it.sendNow();
          return 0;
        });
    until(
        it -> it.neighbor(other.address()).filter(n -> n.messages().delivered() == 1).isPresent());
    List<Fact> facts = factsAfter(Duration.ofSeconds(7), other.address());
    Instant since = see(it -> it.neighbor(other.address()).orElseThrow().since());

    assertThat(facts)
        .filteredOn(fact -> !fact.name().equals("Round trip"))
        .containsExactly(
            new Fact("Learned by", "you asked for it"),
            new Fact("Known since", time(since)),
            new Fact("Started", time(other.self().started())),
            new Fact("Its period", "2.5 s"),
            new Fact("Messages out", "1"),
            new Fact("Messages in", "0"),
            new Fact("Last heard", "7 s ago"));
    assertThat(valueOf(facts, "Round trip")).matches("\\d+\\.\\d ms");
  }

  @Test
  void saysHowLongAgoInTheUnitThatFits() {
    assertThat(
            List.of(
                lastHeardAfter(Duration.ofMillis(400)),
                lastHeardAfter(Duration.ofSeconds(59)),
                lastHeardAfter(Duration.ofSeconds(119)),
                lastHeardAfter(Duration.ofHours(5))))
        .containsExactly("just now", "59 s ago", "1 min ago", "5 h ago");
  }

  private String lastHeardAfter(Duration time) {
    return valueOf(factsAfter(time, other.address()), "Last heard");
  }

  @Test
  void tellsOfOneThatCannotBeReached() {
    other.close();
    see(
        it -> {
          it.sendNow();
          return 0;
        });
    // It is tried again after a while, and fails once more.
    Recorder<Fact> facts = new Recorder<>();
    until(
        it -> {
          boolean lost =
              standing(it, other.address()) == Standing.UNREACHABLE
                  && it.picture().nodes().containsKey(other.address());
          if (lost) {
            facts(it, Duration.ZERO).of(other.address()).forEach(facts);
          }
          return lost;
        });

    assertThat(valueOf(facts.all(), "Messages out")).isEqualTo("1 (1 failed)");
    assertThat(valueOf(facts.all(), "Failures in a row")).matches("[1-9]");
    assertThat(valueOf(facts.all(), "Next attempt")).matches("now|in \\d+ s");
    assertThat(trouble()).isEqualTo("Nothing listens there.");
  }

  /// What is said to be wrong with the other peer.
  private String trouble() {
    return see(it -> facts(it, Duration.ZERO).trouble(other.address()));
  }

  @Test
  void tellsNothingOfAPeerThatNobodyKnows() {
    assertThat(factsAfter(Duration.ZERO, PeerAddress.parse("192.0.2.7:8080"))).isEmpty();
  }

  @Test
  void hasNoTroubleWithAHealthyNeighbor() {
    assertThat(trouble()).isEmpty();
  }

  @Test
  void namesThoseThatListAPeerThatIsNoNeighbor() throws IOException {
    try (RunningPeer third =
        RunningPeer.start(
            new PeerConfig(0, null, QUIET, List.of(other.address())), runtime, event -> {})) {
      see(
          it -> {
            it.change(
                settings ->
                    settings
                        .withPaused(false)
                        .withWholeNetwork(true)
                        .withPeriod(Duration.ofMillis(100)));
            return 0;
          });
      until(it -> it.picture().nodes().containsKey(third.address()));

      assertThat(factsAfter(Duration.ZERO, third.address()))
          .containsExactly(new Fact("Listed by", other.address().toString()));
    }
  }

  @Test
  void tellsOfThePastWhatWasSoThen() {
    until(it -> it.network().view().watched().contains(other.address()));
    step(1);
    Instant then = see(it -> it.network().view().now());
    until(it -> it.steadyClock().instant().isAfter(then));
    step(3);
    see(
        it -> {
          it.network().seek(then);
          return 0;
        });
    until(it -> !it.network().view().isLive());
    Instant started = see(it -> it.self().orElseThrow().started());

    List<Fact> ofThisPeer = see(it -> facts(it, Duration.ZERO).of(null));
    List<Fact> ofTheOther = see(it -> facts(it, Duration.ZERO).of(other.address()));

    assertThat(ofThisPeer)
        .containsExactly(
            new Fact("Started", time(started)),
            new Fact("Period", "2.5 s"),
            new Fact("Forgets peers", "after 3 failures, unless asked for"),
            new Fact("Periods begun", "1"),
            new Fact("Neighbours", "1"));
    assertThat(ofTheOther)
        .containsExactly(
            new Fact("Started", time(other.self().started())),
            new Fact("Period", "2.5 s"),
            new Fact("Forgets peers", "after 3 failures, unless asked for"),
            new Fact("Periods begun", "0"),
            new Fact("Neighbours", "1"));
  }

  /// Waits until this many periods have begun and the picture is later than that.
  private void step(long periods) {
    while (see(it -> it.tallyProperty().get().periods()) < periods) {
      long begun = see(it -> it.tallyProperty().get().periods());
      see(
          it -> {
            it.stepPeriod();
            return 0;
          });
      until(it -> it.tallyProperty().get().periods() > begun);
    }
    Instant stepped = see(it -> it.steadyClock().instant());
    see(
        it -> {
          it.age();
          return 0;
        });
    until(it -> !it.network().view().now().isBefore(stepped));
  }

  @Test
  void putsTheFactsOnACard() {
    String card = see(it -> facts(it, Duration.ZERO).inBrief(other.address()));

    assertThat(card).startsWith("Learned by: you asked for it\nKnown since: ").doesNotEndWith("\n");
  }
}
