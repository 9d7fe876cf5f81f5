package p2pgossip.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import p2pgossip.gossip.GossipEngine;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Offer;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Sentences;
import p2pgossip.gossip.Step;

/// Engines that talk to each other over a network that takes about a millisecond each way and loses
/// nothing but where it is cut, in virtual time. The same seed gives the same run.
///
/// A peer begins at a moment of its own within the first period, so that no two beat together.
public final class SimulatedNetwork {

  private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

  private record Job(Instant at, long serial, Runnable work) {}

  private final PriorityQueue<Job> jobs =
      new PriorityQueue<>(Comparator.comparing(Job::at).thenComparing(Job::serial));
  private final List<SimulatedPeer> peers = new ArrayList<>();
  private final SpreadLog log = new SpreadLog();
  private final RandomGenerator random;
  private final PeerSettings settings;
  private BiConsumer<PeerAddress, GossipEvent> listener = (peer, event) -> {};
  private BiPredicate<PeerAddress, PeerAddress> cut = (from, to) -> false;
  private Instant now = START;
  private long serial;

  /// @param size how many peers, 1 to 60,000
  public SimulatedNetwork(int size, PeerSettings settings, long seed) {
    this.settings = settings;
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int i = 0; i < size; i++) {
      SimulatedPeer peer =
          new SimulatedPeer(this, engine(i, START.plusNanos(i), random.nextLong()));
      peers.add(peer);
      after(Duration.ofNanos(random.nextLong(settings.period().toNanos())), peer::begin);
    }
    pass(settings.period());
  }

  private GossipEngine engine(int index, Instant started, long seed) {
    PeerAddress address =
        PeerAddress.parse("10.0.%d.%d:8080".formatted(index / 250, 1 + index % 250));
    Peer self =
        new Peer(
            started,
            settings.period(),
            address.port(),
            null,
            Set.of(Offer.SENDER, Offer.RUMORS, Offer.LEAVE));
    return new GossipEngine(
        address,
        self,
        settings,
        new Sentences(List.of(List.of("the tram is late"))),
        RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
  }

  public Instant now() {
    return now;
  }

  public int size() {
    return peers.size();
  }

  /// The listener hears what happens to whom, from now on.
  public void listen(BiConsumer<PeerAddress, GossipEvent> newListener) {
    listener = newListener;
  }

  /// All that one of them shows of itself.
  public PeerSnapshot snapshot(int peer) {
    return peer(peer).engine().snapshot(now);
  }

  public SpreadLog log() {
    return log;
  }

  SimulatedPeer peer(int index) {
    return peers.get(index);
  }

  List<SimulatedPeer> peers() {
    return peers;
  }

  SimulatedPeer at(PeerAddress address) {
    byte[] ip = address.ip().getAddress();
    return peers.get((ip[2] & 0xff) * 250 + (ip[3] & 0xff) - 1);
  }

  /// Makes two peers know each other.
  public void connect(int one, int other) {
    PeerAddress to = peer(other).address();
    peer(one).drive(at -> peer(one).engine().connect(to, at));
  }

  /// Makes all know one another.
  public void connectAll() {
    for (int i = 0; i < size(); i++) {
      for (int j = i + 1; j < size(); j++) {
        connect(i, j);
      }
    }
    pass(Duration.ofMillis(100));
  }

  /// Nothing gets from one peer to another for which `ways` says so, until another call.
  public void cut(BiPredicate<PeerAddress, PeerAddress> ways) {
    cut = ways;
  }

  boolean isCut(PeerAddress from, PeerAddress to) {
    return cut.test(from, to);
  }

  /// A peer that has ended is started anew, and asks for these.
  void restart(int index, int... targets) {
    List<PeerAddress> addresses = new ArrayList<>();
    for (int target : targets) {
      addresses.add(peer(target).address());
    }
    peer(index).restart(engine(index, now, random.nextLong()), addresses);
  }

  /// A rumour begins at one of them.
  public RumorId tell(int peer, String text) {
    GossipEngine.Told told = peer(peer).engine().spread(text, now);
    peer(peer).take(told.step());
    return told.rumor();
  }

  /// The settings of one of them change.
  public void change(int index, UnaryOperator<PeerSettings> how) {
    SimulatedPeer peer = peer(index);
    PeerSettings settings = how.apply(peer.engine().snapshot(now).settings());
    peer.drive(at -> peer.engine().change(settings, at));
  }

  /// All forget the rumours that there are.
  public void forgetRumors() {
    peers.forEach(peer -> peer.drive(peer.engine()::forgetRumors));
  }

  /// Lets time pass.
  public void pass(Duration time) {
    Instant end = now.plus(time);
    while (!jobs.isEmpty() && !jobs.element().at().isAfter(end)) {
      Job job = jobs.remove();
      now = job.at();
      job.work().run();
    }
    now = end;
  }

  /// 0.5 to 1.5 ms.
  Duration latency() {
    return Duration.ofNanos(random.nextLong(500_000, 1_500_000));
  }

  void after(Duration pause, Runnable work) {
    jobs.add(new Job(now.plus(pause), serial++, work));
  }

  void at(Instant moment, Runnable work) {
    jobs.add(new Job(moment.isBefore(now) ? now : moment, serial++, work));
  }

  void happened(SimulatedPeer peer, Step step) {
    for (GossipEvent event : step.events()) {
      log.happened(peer.address(), event);
      listener.accept(peer.address(), event);
    }
  }
}
