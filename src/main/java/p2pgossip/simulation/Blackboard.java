package p2pgossip.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import p2pgossip.fault.Latency;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;
import p2pgossip.steering.NetworkListener;
import p2pgossip.topology.Complete;

/// One rumour among few peers that all know one another, round by round, as one draws it on a
/// blackboard: by the engines themselves, in step. The same settings give the same rounds.
/// Immutable.
///
/// @param rounds the first is that in which the peer 0 passes it on first
public record Blackboard(List<Round> rounds) {

  /// The peers are counted from 0; 0 is the one that is told.
  public static final int PEERS = 8;

  private static final int MOST_ROUNDS = 7;
  private static final int GREATEST_K = 2;
  private static final long SEED = 3;
  private static final Duration PERIOD = Duration.ofSeconds(1);

  /// All that is sent in a round has arrived by its middle.
  private static final Duration MIDDLE = PERIOD.dividedBy(2);

  /// What goes from one peer to another.
  public enum Kind {
    COPY,
    QUESTION,
    /// A copy in answer to a question.
    ANSWER
  }

  public record Move(int from, int to, Kind kind) {}

  /// @param moves in the order of their sending
  /// @param know the peers that know the rumour after the round
  /// @param spread those of them that still pass it on
  public record Round(List<Move> moves, Set<Integer> know, Set<Integer> spread) {

    public Round {
      moves = List.copyOf(moves);
      know = Set.copyOf(know);
      spread = Set.copyOf(spread);
    }
  }

  public Blackboard {
    rounds = List.copyOf(rounds);
  }

  /// Settings under which something can be seen among few peers: one neighbour a round, and
  /// interest that is lost after one or two contacts, if it is lost at all.
  public static Spreading simplified(Spreading spreading) {
    Interest interest = spreading.interest();
    return new Spreading(
        spreading.strategy(),
        1,
        new Interest(interest.lastsUntil(), interest.heeds(), Math.min(interest.k(), GREATEST_K)),
        spreading.hopLimit(),
        spreading.forwarding());
  }

  /// Plays a rumour until nothing is sent any longer, or for one round after all know it, or for
  /// seven rounds.
  public static Blackboard of(Spreading spreading) {
    PeerSettings settings =
        PeerSettings.DEFAULT.withPeriod(PERIOD).withSentences(false).withSpreading(spreading);
    Moves moves = new Moves();
    SimulationPlan plan =
        new SimulationPlan(PEERS, 0, new Complete(), settings, SEED, Latency.usual(), true);
    try (SimulatedNetwork network = SimulatedNetwork.start(plan, new VirtualTime(), moves)) {
      for (int peer = 0; peer < PEERS; peer++) {
        moves.addresses.add(network.address(peer));
      }
      network.pass(MIDDLE);
      moves.clear();
      RumorId rumor = network.tell(0, "The tram is late.");
      List<Round> rounds = new ArrayList<>();
      boolean ended = false;
      while (!ended) {
        Set<Integer> before = Set.copyOf(moves.know);
        network.pass(PERIOD);
        Round round = new Round(moves.takenBy(before), moves.know, spreading(network, rumor));
        rounds.add(round);
        ended = before.size() == PEERS || round.moves().isEmpty() || rounds.size() == MOST_ROUNDS;
      }
      return new Blackboard(rounds);
    }
  }

  private static Set<Integer> spreading(SimulatedNetwork network, RumorId rumor) {
    Set<Integer> spread = new HashSet<>();
    for (int peer = 0; peer < PEERS; peer++) {
      if (network.isSpreading(peer, rumor)) {
        spread.add(peer);
      }
    }
    return spread;
  }

  /// Writes down what is sent.
  private static final class Moves implements NetworkListener {

    private final List<PeerAddress> addresses = new ArrayList<>();
    private final Set<Integer> know = new HashSet<>();
    private final List<Move> moves = new ArrayList<>();

    private void clear() {
      moves.clear();
    }

    /// What is sent in a round. A peer says that it passes a rumour on when it hears it, and does
    /// so in the next round: such moves stay for that one.
    ///
    /// @param known those that knew the rumour when the round began
    private List<Move> takenBy(Set<Integer> known) {
      Predicate<Move> isLater = move -> move.kind() == Kind.COPY && !known.contains(move.from());
      List<Move> taken = moves.stream().filter(isLater.negate()).toList();
      moves.removeIf(isLater.negate());
      return taken;
    }

    @Override
    public void happened(PeerAddress member, GossipEvent event) {
      int peer = addresses.indexOf(member);
      if (event instanceof GossipEvent.CopySent sent) {
        Kind kind = sent.inAnswer() ? Kind.ANSWER : Kind.COPY;
        moves.add(new Move(peer, addresses.indexOf(sent.to()), kind));
      } else if (event instanceof GossipEvent.RumorsAsked asked && peer >= 0) {
        moves.add(new Move(peer, addresses.indexOf(asked.to()), Kind.QUESTION));
      } else if (event instanceof GossipEvent.RumorHeard) {
        know.add(peer);
      }
    }
  }
}
