package p2pgossip.scenario;

import java.util.stream.Stream;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.Rumor;

/// Something that a scenario does to a network.
public sealed interface Action {

  /// The numbers of all peers that the action names.
  default Stream<Integer> named() {
    return Stream.of();
  }

  /// An action on some of the peers.
  sealed interface OfPeers extends Action {

    Selection peers();

    @Override
    default Stream<Integer> named() {
      return peers().named().stream();
    }
  }

  /// Each of the peers begins a rumour of its own.
  ///
  /// @param text as in [Rumor]; not blank
  record Spread(Selection by, String text) implements Action {
    /// The text where none is given.
    public static final String USUAL = "Have you heard?";

    /// @throws IllegalArgumentException when the text is blank
    public Spread {
      if (text.isBlank()) {
        throw new IllegalArgumentException("a rumour needs a text");
      }
    }

    @Override
    public Stream<Integer> named() {
      return by.named().stream();
    }
  }

  /// The peers stop at once, without a goodbye.
  record Kill(Selection peers) implements OfPeers {}

  /// The peers say goodbye and stop.
  record Leave(Selection peers) implements OfPeers {}

  /// The peers run again, at the same port and with a new start. A peer that still runs is stopped
  /// first. A random choice is made among the peers that do not run.
  record Restart(Selection peers) implements OfPeers {}

  /// New peers join. Each connects to random peers that run, to as many as a peer of the topology
  /// has neighbours on average.
  ///
  /// @param count of them, 1 to [#MOST]
  record Join(int count) implements Action {
    public static final int MOST = Scenario.MOST_PEERS;

    /// @throws IllegalArgumentException when the count is out of range
    public Join {
      if (count < 1 || count > MOST) {
        throw new IllegalArgumentException(
            "%s peers can't join at once; 1 to %s can".formatted(count, MOST));
      }
    }
  }

  /// A fault begins.
  ///
  /// @param name by which [End] ends the fault; several faults may have the same name
  record Begin(String name, Fault<Selection> fault) implements Action {
    /// @throws IllegalArgumentException when the name is blank
    public Begin {
      if (name.isBlank()) {
        throw new IllegalArgumentException("a fault needs a name");
      }
    }

    @Override
    public Stream<Integer> named() {
      return fault.named().flatMap(peer -> peer.named().stream());
    }
  }

  /// All faults of this name end.
  record End(String name) implements Action {}

  /// All faults end.
  record Heal() implements Action {}

  /// The settings of the peers change.
  record Change(Selection peers, SettingsChange settings) implements OfPeers {}

  /// The peers pause: they begin no periods.
  record Pause(Selection peers) implements OfPeers {}

  /// The peers begin periods again.
  record Resume(Selection peers) implements OfPeers {}

  /// Each of the peers begins one period now.
  record Step(Selection peers) implements OfPeers {}

  /// The peers forget all rumours.
  record Forget(Selection peers) implements OfPeers {}
}
