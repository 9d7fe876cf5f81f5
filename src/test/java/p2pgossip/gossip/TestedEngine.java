package p2pgossip.gossip;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/// An engine with a clock that the test moves and a network in which the test answers.
final class TestedEngine {

  static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
  static final PeerAddress SELF = at(8080);
  static final Duration ROUND_TRIP = Duration.ofMillis(3);
  static final Failure NOBODY = new Failure(Failure.Kind.UNREACHABLE, "nothing listens there");
  static final Failure WEB_SERVER = new Failure(Failure.Kind.NOT_A_PEER, "it is a web server");

  final GossipEngine engine;
  private final List<Outgoing> open = new ArrayList<>();
  private final List<GossipEvent> events = new ArrayList<>();
  private Instant now = START;
  private @Nullable Instant wakeAt;

  TestedEngine(PeerSettings settings) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    Peer self = new Peer(START, settings.period(), 8080, null, Set.of(Offer.SENDER));
    engine =
        new GossipEngine(SELF, self, settings, new Sentences(List.of(List.of("so it is"))), random);
  }

  static TestedEngine begun(PeerSettings settings, PeerAddress... targets) {
    TestedEngine tested = new TestedEngine(settings);
    tested.drive(now -> tested.engine.begin(Arrays.asList(targets), now));
    return tested;
  }

  static PeerAddress at(int port) {
    return PeerAddress.parse("127.0.0.1:" + port);
  }

  static InetAddress loopback() {
    return SELF.ip();
  }

  /// The peer that listens on `port`, as the original announces itself.
  static Peer peer(int port) {
    return new Peer(START.plusNanos(port), Duration.ofSeconds(5), port, null, Set.of());
  }

  static Peer restarted(int port) {
    return new Peer(START.plusSeconds(port), Duration.ofSeconds(5), port, null, Set.of());
  }

  Instant now() {
    return now;
  }

  void drive(Function<Instant, Step> action) {
    Step step = action.apply(now);
    open.addAll(step.requests());
    events.addAll(step.events());
    wakeAt = step.wakeAt();
  }

  /// Lets time pass, with ticks when the engine wants them.
  void pass(Duration time) {
    Instant end = now.plus(time);
    while (wakeAt != null && !wakeAt.isAfter(end)) {
      now = wakeAt.isBefore(now) ? now : wakeAt;
      drive(engine::tick);
    }
    now = end;
  }

  /// The requests that were sent and not answered yet.
  List<Request> open() {
    return open.stream().map(Outgoing::request).toList();
  }

  List<Request.Tell> tells() {
    return open().stream()
        .filter(Request.Tell.class::isInstance)
        .map(Request.Tell.class::cast)
        .toList();
  }

  void answer(Class<? extends Request> kind, PeerAddress to, Reply reply) {
    Outgoing outgoing = take(kind, to);
    drive(at -> engine.answered(outgoing, reply, ROUND_TRIP, at));
  }

  void fail(Class<? extends Request> kind, PeerAddress to, Failure failure) {
    Outgoing outgoing = take(kind, to);
    drive(at -> engine.failed(outgoing, failure, at));
  }

  void introduce(int port) {
    answer(Request.Handshake.class, at(port), new Reply.Introduced(peer(port)));
  }

  /// Connects to the peer on `port`, which accepts and understands all extensions of the original.
  void befriend(int port) {
    drive(at -> engine.connect(at(port), at));
    Peer friend =
        new Peer(
            START.plusNanos(port),
            Duration.ofSeconds(5),
            port,
            null,
            Set.of(Offer.SENDER, Offer.RUMORS, Offer.LEAVE));
    answer(Request.Handshake.class, at(port), new Reply.Introduced(friend));
    answer(Request.Connect.class, at(port), new Reply.Accepted());
  }

  /// A rumour begins here.
  RumorId spread(String text) {
    GossipEngine.Told told = engine.spread(text, now);
    drive(_ -> told.step());
    return told.rumor();
  }

  /// The peer on `port` passes a copy on to this one.
  Hearing hear(int port, Copy copy) {
    return hear(new Caller(loopback()), Message.passing(copy, at(port)));
  }

  /// A message comes in.
  Hearing hear(Caller caller, Message message) {
    return ((Reply.Heard) given(caller, new Request.Tell(SELF, message))).hearing();
  }

  /// A request comes in.
  Answer request(Caller caller, Request request) {
    GossipEngine.Answered answered = engine.answer(caller, request, now);
    drive(_ -> answered.step());
    return answered.answer();
  }

  /// A peer asks to be connected.
  Answer call(Caller caller, Peer peer) {
    return request(caller, new Request.Connect(SELF, peer));
  }

  /// A request comes in that is granted.
  Reply given(Caller caller, Request request) {
    return ((Answer.Given) request(caller, request)).reply();
  }

  /// The peer on `port` asks for rumours.
  Reply.Exchanged ask(int port, Digest digest) {
    return (Reply.Exchanged)
        given(new Caller(loopback()), new Request.Exchange(SELF, at(port), digest));
  }

  /// One period begins at once.
  void step() {
    drive(engine::stepPeriod);
  }

  /// The peers to which copies and sentences are on their way.
  List<PeerAddress> told() {
    return tells().stream().map(Request.Tell::to).toList();
  }

  /// The peers to which questions are on their way.
  List<PeerAddress> asked() {
    return open().stream().filter(Request.Exchange.class::isInstance).map(Request::to).toList();
  }

  /// All peers that were told something answer this.
  void hearAll(Hearing hearing) {
    for (Request.Tell tell : tells()) {
      answer(Request.Tell.class, tell.to(), new Reply.Heard(hearing));
    }
  }

  <E extends GossipEvent> List<E> events(Class<E> kind) {
    return events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  List<PeerSnapshot.HeardRumor> kept() {
    return engine.snapshot(now).rumors();
  }

  @Nullable Instant wakeAt() {
    return wakeAt;
  }

  /// Connects to the peer on `port`, which accepts.
  void connectTo(int port) {
    drive(at -> engine.connect(at(port), at));
    introduce(port);
    answer(Request.Connect.class, at(port), new Reply.Accepted());
  }

  /// The peer on `port` asks to be connected, and answers the check.
  void call(int port) {
    call(new Caller(loopback()), peer(port));
    introduce(port);
  }

  void hear(InetAddress source, Message message) {
    hear(new Caller(source), message);
  }

  void hearAll() {
    for (Request.Tell tell : tells()) {
      answer(Request.Tell.class, tell.to(), new Reply.Heard(Hearing.UNSAID));
    }
  }

  /// `by` lists the peers on `ports`.
  void list(int by, int... ports) {
    Map<PeerAddress, Peer> peers = new HashMap<>();
    for (int port : ports) {
      peers.put(at(port), peer(port));
    }
    answer(Request.AskKnownPeers.class, at(by), new Reply.Known(peers, 0));
  }

  /// The events since the last call.
  List<GossipEvent> events() {
    List<GossipEvent> taken = List.copyOf(events);
    events.clear();
    return taken;
  }

  @Nullable Standing standing(int port) {
    Neighbor neighbor = engine.knownPeers().get(at(port));
    return neighbor == null ? null : neighbor.standing();
  }

  private Outgoing take(Class<? extends Request> kind, PeerAddress to) {
    for (Outgoing outgoing : open) {
      if (kind.isInstance(outgoing.request()) && outgoing.request().to().equals(to)) {
        open.remove(outgoing);
        return outgoing;
      }
    }
    throw new AssertionError("no " + kind.getSimpleName() + " to " + to + " is open, but " + open);
  }
}
