package p2pgossip.ui.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Observation;
import p2pgossip.network.ObservedPeer;
import p2pgossip.network.RumorSummary;
import p2pgossip.network.Spread;

/// All that the panes of a window show of the network, of one moment and from one fold of what was
/// observed: whatever two panes say of it agrees. Immutable.
///
/// @param moment that is shown
/// @param place whether the chosen rumour was told in the network that is shown
/// @param watched who is seen from its own side
/// @param then the watched peers as they were, where the moment is past; empty while it is the present
/// @param originals who is or was watched and speaks the original protocol only
/// @param rumors every one that was seen, the newest first
/// @param chosen the rumour that graph and diagram show: the newest, unless the user chose another; null
/// while there is none
/// @param spreads those that are laid over one another: the chosen one first
/// @param runs that are over and kept to be compared, the oldest first; without those that are among the
/// spreads
/// @param faults in force
/// @param passed what was observed since the view before this one, in order
public record NetworkView(
    Moment moment,
    NetworkPicture picture,
    Place place,
    Set<PeerAddress> watched,
    Map<PeerAddress, ObservedPeer> then,
    Set<PeerAddress> originals,
    List<RumorSummary> rumors,
    @Nullable RumorId chosen,
    List<MeasuredSpread> spreads,
    List<KeptRun> runs,
    List<Fault<PeerAddress>> faults,
    List<Observation> passed) {

  /// Nothing was seen yet.
  public static final NetworkView EMPTY =
      new NetworkView(
          Moment.NONE,
          NetworkPicture.EMPTY,
          Place.SHOWN,
          Set.of(),
          Map.of(),
          Set.of(),
          List.of(),
          null,
          List.of(),
          List.of(),
          List.of(),
          List.of());

  public NetworkView {
    watched = Set.copyOf(watched);
    then = Map.copyOf(then);
    originals = Set.copyOf(originals);
    rumors = List.copyOf(rumors);
    spreads = List.copyOf(spreads);
    runs = List.copyOf(runs);
    faults = List.copyOf(faults);
    passed = List.copyOf(passed);
  }

  /// Where the chosen rumour was told.
  public enum Place {
    /// In the network that is shown, which is there at the moment that is shown.
    SHOWN,
    /// In the network that is shown, which has been taken down since: it is shown as it was when the rumour was
    /// over, because the user chose that.
    KEPT,
    /// In a network that has been taken down; another is shown, and not the rumour's tree.
    GONE
  }

  /// The same, where more has passed.
  NetworkView withPassed(List<Observation> more) {
    return new NetworkView(
        moment, picture, place, watched, then, originals, rumors, chosen, spreads, runs, faults,
        more);
  }

  /// Whether the moment is the present.
  public boolean isLive() {
    return moment.mode() == Moment.Mode.LIVE;
  }

  /// The moment, up to which all of it is known.
  public Instant now() {
    return moment.at();
  }

  /// How far the chosen rumour has come; null while there is none in the network that is shown.
  public @Nullable MeasuredSpread measured() {
    return chosen == null || spreads.isEmpty() || place == Place.GONE ? null : spreads.getFirst();
  }

  /// As [#measured], without what is reckoned from it.
  public @Nullable Spread spread() {
    MeasuredSpread measured = measured();
    return measured == null ? null : measured.spread();
  }
}
