package p2pgossip.peer;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Answer;
import p2pgossip.gossip.Caller;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.GossipEngine;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerWatch;
import p2pgossip.gossip.PeerWatcher;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.gossip.Source;
import p2pgossip.gossip.Tuning;
import p2pgossip.net.Page;
import p2pgossip.net.PeerService;
import p2pgossip.profile.Meter;
import p2pgossip.profile.RequestKind;

/// The server's view of one peer.
final class EnginePeerService implements PeerService {

  private static final String TEACHER_ONLY =
      "this peer is in a class, and only the teacher's own peer may change it";

  private final EngineDriver driver;
  private final GossipEngine engine;
  private final ExpectedTeacher teacher;
  private final Farewells farewells;
  private final Meter meter;
  private final Predicate<PeerAddress> losesFrom;
  private final Supplier<@Nullable Supplier<Page>> metrics;

  /// @param farewells learns which peers have read that this one leaves
  /// @param losesFrom whether a fault loses this message of a caller
  /// @param metrics the page of figures; null if there is none
  /// @param teacher who alone may change the settings, in a class
  EnginePeerService(
      EngineDriver driver,
      Farewells farewells,
      Meter meter,
      Predicate<PeerAddress> losesFrom,
      Supplier<@Nullable Supplier<Page>> metrics,
      ExpectedTeacher teacher) {
    this.driver = driver;
    this.engine = driver.engine();
    this.farewells = farewells;
    this.meter = meter;
    this.losesFrom = losesFrom;
    this.metrics = metrics;
    this.teacher = teacher;
  }

  @Override
  public PeerAddress address() {
    return driver.address();
  }

  @Override
  public Answer answer(Caller caller, Request request) {
    meter.received(RequestKind.of(request));
    if (request instanceof Request.Handshake(var _, var from) && engine.isLeaving()) {
      farewells.read(from);
    }
    Reply atOnce = engine.answerAtOnce(request);
    return atOnce != null
        ? new Answer.Given(atOnce)
        : driver
            .driveFor(now -> engine.answer(caller, request, now), GossipEngine.Answered::step)
            .map(GossipEngine.Answered::answer)
            .orElseGet(() -> answerWhileEnding(request));
  }

  /// For a moment the server still answers although no more steps are taken.
  private Answer answerWhileEnding(Request request) {
    return switch (request) {
      case Request.Handshake _ ->
          new Answer.Given(new Reply.Introduced(driver.self(), null, false, false));
      case Request.AskKnownPeers _ -> new Answer.Given(new Reply.Known(Map.of(), 0));
      case Request.Connect _ -> new Answer.Refused("this peer is ending", true);
      case Request.Tell _ -> new Answer.Given(new Reply.Heard(Hearing.UNSAID));
      case Request.Exchange _ -> new Answer.Given(new Reply.Exchanged(List.of(), Set.of()));
      case Request.AskSettings _, Request.Tune _ ->
          new Answer.Given(new Reply.SettingsShown(driver.settings()));
      case Request.Begin _ -> new Answer.Refused("this peer is ending", true);
      case Request.Leave _ -> new Answer.Given(new Reply.Released(false));
    };
  }

  @Override
  public PeerSettings settings() {
    return driver.settings();
  }

  /// In a class everybody knows the password, so it does not tell the teacher from the others: only
  /// the key does.
  @Override
  public @Nullable String tuningRefusal(@Nullable Fingerprint key) {
    if (!settings().tunable()) {
      return Tuning.NOT_ALLOWED;
    }
    return teacher.obeys(key) ? null : TEACHER_ONLY;
  }

  @Override
  public PeerSnapshot snapshot() {
    return driver.snapshot();
  }

  @Override
  public PeerWatch watch(PeerWatcher watcher) {
    return driver.watch(watcher);
  }

  @Override
  public Set<Source> friends() {
    return engine.knownPeers().announced().keySet().stream()
        .map(address -> Source.of(address.ip()))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void turnedAway(InetAddress source, String reason) {
    driver.drive(now -> engine.turnedAway(source, reason, now));
  }

  @Override
  public @Nullable Supplier<Page> metrics() {
    return metrics.get();
  }

  @Override
  public boolean isLost(@Nullable PeerAddress caller) {
    return caller != null && losesFrom.test(caller);
  }

  @Override
  public void failed(String doing, Throwable cause) {
    driver.failed(doing, cause);
  }
}
