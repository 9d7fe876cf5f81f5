package p2pgossip.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import p2pgossip.fault.Fault;
import p2pgossip.fault.FaultBoard;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.network.Run;
import p2pgossip.scenario.Action;
import p2pgossip.scenario.Selection;
import p2pgossip.steering.NetworkMember;
import p2pgossip.steering.SteerableNetwork;

/// Carries out the actions of a scenario on a network. Used by one thread at a time. Never blocks.
final class ActionPerformer {

  private final SteerableNetwork network;
  private final FaultBoard board;
  private final Random random;
  private final Map<String, List<Fault<PeerAddress>>> begun = new HashMap<>();

  /// @param seed of random choices
  ActionPerformer(SteerableNetwork network, long seed) {
    this.network = network;
    this.board = network.faults();
    this.random = new Random(seed);
  }

  /// @param failed is told in words, now or later, what can't be done
  void perform(Action action, Consumer<String> failed) {
    switch (action) {
      case Action.Spread(Selection by, String text) ->
          choose(by, member -> member.running() && !member.original())
              .forEach(
                  member -> {
                    if (network.spread(member.address(), text) == null) {
                      failed.accept("peer " + member.number() + " does not run");
                    }
                  });
      case Action.Kill(Selection peers) ->
          choose(peers).forEach(member -> network.kill(member.address()));
      case Action.Leave(Selection peers) ->
          choose(peers).forEach(member -> follow(network.leave(member.address()), failed));
      case Action.Restart(Selection peers) ->
          choose(peers, member -> !member.running())
              .forEach(member -> follow(network.restart(member.address()), failed));
      case Action.Join(int count) -> join(count, failed);
      case Action.Begin(String name, Fault<Selection> planned) -> begin(name, planned);
      case Action.End(String name) -> {
        List<Fault<PeerAddress>> ending = begun.remove(name);
        if (ending != null) {
          ending.forEach(board::end);
        }
      }
      case Action.Heal _ -> {
        begun.clear();
        board.endAll();
      }
      case Action.Change(Selection peers, var settings) -> change(peers, settings::applyTo);
      case Action.Pause(Selection peers) -> change(peers, it -> it.withPaused(true));
      case Action.Resume(Selection peers) -> change(peers, it -> it.withPaused(false));
      case Action.Step(Selection peers) -> {
        if (peers instanceof Selection.All) {
          network.stepPeriod();
        } else {
          addresses(peers).forEach(network::stepPeriod);
        }
      }
      case Action.Forget(Selection peers) -> addresses(peers).forEach(network::forgetRumors);
    }
  }

  private void change(Selection peers, UnaryOperator<PeerSettings> how) {
    if (peers instanceof Selection.All) {
      network.change(how);
    } else {
      addresses(peers).forEach(peer -> network.change(peer, how));
    }
  }

  private void join(int count, Consumer<String> failed) {
    List<NetworkMember> members = network.members();
    long running = members.stream().filter(NetworkMember::running).count();
    for (int joined = 0; joined < count; joined++) {
      if (members.size() + joined >= Run.MOST_MEMBERS) {
        failed.accept("there have been " + Run.MOST_MEMBERS + " peers, the most of one run");
        return;
      }
      if (running + joined >= network.mostRunning()) {
        failed.accept(network.mostRunning() + " peers run, the most at a time");
        return;
      }
      follow(network.add(network.usualNeighbors()), failed);
    }
  }

  private static void follow(CompletableFuture<?> doing, Consumer<String> failed) {
    var _ =
        doing.exceptionally(
            cause -> {
              Throwable inner = cause.getCause() == null ? cause : cause.getCause();
              failed.accept(String.valueOf(inner.getMessage()));
              return null;
            });
  }

  private void begin(String name, Fault<Selection> planned) {
    List<Fault<PeerAddress>> faults = planned.map(peers -> addresses(peers).toList()).toList();
    begun.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(faults);
    faults.forEach(board::begin);
  }

  private Stream<PeerAddress> addresses(Selection peers) {
    return choose(peers).stream().map(NetworkMember::address);
  }

  private List<NetworkMember> choose(Selection selection) {
    return choose(selection, NetworkMember::running);
  }

  /// @param fit the peers to which "all" refers, and among which random peers are chosen
  private List<NetworkMember> choose(Selection selection, Predicate<NetworkMember> fit) {
    List<NetworkMember> members = network.members();
    return switch (selection) {
      case Selection.All _ -> members.stream().filter(fit).toList();
      case Selection.These(List<Integer> numbers) ->
          numbers.stream().map(number -> members.get(number - 1)).toList();
      case Selection.AtRandom(int count) -> {
        List<NetworkMember> drawn = new ArrayList<>(members.stream().filter(fit).toList());
        Collections.shuffle(drawn, random);
        yield drawn.subList(0, Math.min(count, drawn.size()));
      }
    };
  }
}
