package p2pgossip.simulation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import p2pgossip.gossip.Answer;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEngine;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Outgoing;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Step;

/// Runs the periods of paused engines in rounds, as theory does: in each round all peers choose,
/// ask and answer by what they knew at its beginning, and all messages arrive before the next
/// round.
public final class SynchronousRounds {

  private record Sent(SimulatedPeer by, Outgoing outgoing) {}

  private record Answered(SimulatedPeer asker, Outgoing outgoing, Answer answer) {}

  private static final Failure LOST = new Failure(Failure.Kind.TIMED_OUT, "no answer in the round");

  /// Peers that did not answer are asked again by and by.
  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final int MOST_PAUSES = 1_000;

  private final SimulatedNetwork network;
  private final Calls calls;
  private final int[] sentInRound;
  private final List<Sent> lost = new ArrayList<>();

  /// @param network of peers that are paused
  public SynchronousRounds(SimulatedNetwork network) {
    this(network, Calls.ALL_ARRIVE);
  }

  /// @param network of peers that are paused
  public SynchronousRounds(SimulatedNetwork network, Calls calls) {
    this.network = network;
    this.calls = calls;
    sentInRound = new int[network.size()];
  }

  /// Runs rounds until all peers have heard the rumour.
  ///
  /// @return the number of rounds
  /// @throws IllegalStateException when it takes more than 1,000
  public int untilAllHaveHeard(RumorId rumor) {
    for (int rounds = 0; rounds < 1_000; rounds++) {
      if (network.log().hearers(rumor).size() == network.size()) {
        return rounds;
      }
      round();
    }
    throw new IllegalStateException("not all have heard " + rumor + " in 1000 rounds");
  }

  /// Runs rounds until no peer passes on any rumour.
  ///
  /// @throws IllegalStateException when it takes more than 1,000
  public void untilNobodySpreads() {
    for (int rounds = 0; rounds < 1_000; rounds++) {
      if (network.peers().stream().noneMatch(this::isSpreading)) {
        return;
      }
      round();
    }
    throw new IllegalStateException("some still spread after 1000 rounds");
  }

  private boolean isSpreading(SimulatedPeer peer) {
    return peer.engine().snapshot(network.now()).rumors().stream()
        .anyMatch(PeerSnapshot.HeardRumor::spreading);
  }

  /// Runs one round.
  public void round() {
    Queue<Sent> sent = new ArrayDeque<>();
    Arrays.fill(sentInRound, 0);
    for (int peer = 0; peer < network.size(); peer++) {
      if (calls.acts(peer)) {
        SimulatedPeer acting = network.peer(peer);
        collect(acting, acting.engine().stepPeriod(network.now()), sent);
      }
    }
    // All questions are answered before any message of this round arrives.
    Queue<Answered> answers = new ArrayDeque<>();
    List<Sent> told = sent.stream().filter(one -> isTold(one.outgoing())).toList();
    for (Sent one : sent) {
      if (!isTold(one.outgoing())) {
        calls.reachedByQuestion(index(receiver(one)));
        Answer answer = receiver(one).answer(one.by().address(), one.outgoing().request());
        answers.add(new Answered(one.by(), one.outgoing(), answer));
      }
    }
    Set<Fresh> fresh = new HashSet<>();
    told.forEach(one -> answers.add(deliver(one, fresh)));
    while (!answers.isEmpty()) {
      Answered answer = answers.remove();
      Queue<Sent> more = new ArrayDeque<>();
      GossipEngine engine = answer.asker().engine();
      collect(
          answer.asker(),
          SimulatedPeer.taken(
              engine, answer.outgoing(), answer.answer(), Duration.ZERO, network.now()),
          more);
      more.forEach(one -> answers.add(deliver(one, fresh)));
    }
    network.pass(Duration.ofMillis(1));
    failLost();
  }

  /// A peer that gets no answer shakes hands before it counts the other as a neighbour again. The
  /// next round waits for that, so that nobody is left out of it.
  private void failLost() {
    if (lost.isEmpty()) {
      return;
    }
    int before = neighbors();
    for (Sent one : lost) {
      one.by().take(one.by().engine().failed(one.outgoing(), LOST, network.now()));
    }
    lost.clear();
    for (int pauses = 0; neighbors() < before; pauses++) {
      if (pauses == MOST_PAUSES) {
        throw new IllegalStateException("some neighbours don't find each other again");
      }
      network.pass(PAUSE);
    }
  }

  private int neighbors() {
    return network.peers().stream()
        .mapToInt(peer -> peer.engine().knownPeers().healthy().size())
        .sum();
  }

  private record Fresh(PeerAddress hearer, RumorId rumor) {}

  /// Two peers that tell a third the same rumour in one round both bring it news, since it did not
  /// know the rumour when the round began.
  private Answered deliver(Sent sent, Set<Fresh> fresh) {
    SimulatedPeer to = receiver(sent);
    Answer answer = to.answer(sent.by().address(), sent.outgoing().request());
    if (sent.outgoing().request() instanceof Request.Tell(PeerAddress _, var message)
        && message.copy() != null
        && answer instanceof Answer.Given(Reply.Heard(Hearing hearing))) {
      Fresh hearer = new Fresh(to.address(), message.copy().rumor().id());
      if (hearing == Hearing.NEWS) {
        fresh.add(hearer);
      } else if (fresh.contains(hearer)) {
        answer = new Answer.Given(new Reply.Heard(Hearing.NEWS));
      }
    }
    return new Answered(sent.by(), sent.outgoing(), answer);
  }

  private SimulatedPeer receiver(Sent sent) {
    return Objects.requireNonNull(
        network.find(sent.outgoing().request().to()), "a neighbour outside of the network");
  }

  private static boolean isTold(Outgoing outgoing) {
    return outgoing.request() instanceof Request.Tell;
  }

  private void collect(SimulatedPeer peer, Step step, Queue<Sent> sent) {
    peer.note(step);
    int from = index(peer);
    for (Outgoing outgoing : step.requests()) {
      Sent one = new Sent(peer, outgoing);
      boolean arrives = calls.arrives(from, index(receiver(one)), sentInRound[from]++);
      Collection<Sent> way = arrives ? sent : lost;
      way.add(one);
    }
  }

  private static int index(SimulatedPeer peer) {
    return peer.member().number() - 1;
  }
}
