package p2pgossip.steering;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.KnownPeers;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerWatch;
import p2pgossip.gossip.PeerWatcher;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Tuning;

/// One running peer as a user steers it and a window shows it, whether it is real or simulated.
/// Thread-safe; no method waits for the network, except [#close]. Once the peer has ended, nothing
/// changes it any more.
public interface SteerablePeer extends AutoCloseable {

  /// Where other peers reach this peer.
  PeerAddress address();

  /// The clock of its events.
  InstantSource clock();

  /// The clock by which it plans, and by which the time since an event is counted.
  InstantSource steadyClock();

  /// This peer's description of itself.
  Peer self();

  KnownPeers knownPeers();

  PeerSettings settings();

  void change(PeerSettings settings);

  /// Gives this peer another name, which others learn by their next handshake. One that speaks only
  /// the original protocol has none.
  ///
  /// @param name null for none
  void rename(@Nullable PeerName name);

  /// Asks another peer for its settings, if it lets others change them. The answer comes as an
  /// event.
  void askSettings(PeerAddress peer);

  /// Changes the settings of other peers that allow it. The outcome comes as events.
  void tune(Collection<PeerAddress> peers, Tuning tuning);

  void connect(PeerAddress target);

  /// Connects to the peer at one of several addresses: the first that answers as a peer. Until one
  /// does, the first in the list is waited for, as in [#connect(PeerAddress)], and the others are
  /// asked now and then.
  ///
  /// @param candidates the likeliest first, at least one
  /// @param chosen receives the address that is connected to, again if it changes; called on any
  ///     thread
  void connectToOne(List<PeerAddress> candidates, Consumer<PeerAddress> chosen);

  void disconnect(PeerAddress peer);

  /// Sends a message to all neighbours, outside the periods.
  void sendNow();

  /// Sends a message to one neighbour, outside the periods.
  void sendNow(PeerAddress peer);

  /// Asks peers that refuse this one, or that it refuses, again at once: the cause may be gone.
  void retryRefused();

  /// Starts a rumour at this peer.
  ///
  /// @param text at most [PeerSettings#LONGEST_TEXT] bytes of UTF-8
  /// @throws IllegalArgumentException when the text is longer
  /// @throws IllegalStateException when this peer has ended
  RumorId spread(String text);

  /// Runs one period now, even while paused.
  void stepPeriod();

  /// Forgets all rumours.
  void forgetRumors();

  /// Everything that this peer shows of itself, at this moment.
  PeerSnapshot snapshot();

  /// Shows `watcher` this peer's state before this returns, and then every event, up to the end.
  PeerWatch watch(PeerWatcher watcher);

  /// Ends the peer and tells no other. Must not be called on a thread that may not wait.
  /// Idempotent.
  @Override
  void close();
}
