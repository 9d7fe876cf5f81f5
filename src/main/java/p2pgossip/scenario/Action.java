package p2pgossip.scenario;

import java.util.stream.Stream;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.Rumor;

/// What is done to a network in a scenario.
public sealed interface Action {

  /// The numbers of all peers that it names.
  default Stream<Integer> named() {
    return Stream.of();
  }

  /// Something that is done to some peers.
  sealed interface OfPeers extends Action {

    Selection peers();

    @Override
    default Stream<Integer> named() {
      return peers().named().stream();
    }
  }

  /// Each of them begins a rumour of its own.
  ///
  /// @param text as in [Rumor]; not blank
  record Spread(Selection by, String text) implements Action {
    /// What is said where nothing else is wanted.
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

  /// They end at once, without a goodbye.
  record Kill(Selection peers) implements OfPeers {}

  /// They say goodbye and end.
  record Leave(Selection peers) implements OfPeers {}

  /// They run again, at the same port and with a new start; those that still run end first. At random
  /// it takes only those that do not run.
  record Restart(Selection peers) implements OfPeers {}

  /// A fault is in force from now on.
  ///
  /// @param name by which it is ended; several may go by one name
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

  /// All faults of that name end.
  record End(String name) implements Action {}

  /// All faults end.
  record Heal() implements Action {}

  /// Their settings change.
  record Change(Selection peers, SettingsChange settings) implements OfPeers {}

  /// Their periods stand still.
  record Pause(Selection peers) implements OfPeers {}

  /// Their periods go on.
  record Resume(Selection peers) implements OfPeers {}

  /// Each has one period now.
  record Step(Selection peers) implements OfPeers {}

  /// They forget all rumours.
  record Forget(Selection peers) implements OfPeers {}
}
