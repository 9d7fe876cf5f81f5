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
import p2pgossip.story.Story;

/// All that the panes of a window show of the network, for one moment and from one fold of the
/// observations. What two panes say therefore agrees. Immutable.
///
/// @param moment that is shown
/// @param opened the recording from a file of which it is; null if it is of this session, live or
///     again
/// @param place whether the chosen rumour was told in the network that is shown
/// @param watched the peers that report their own events
/// @param then the watched peers as they were, if the moment is past; empty if it is the present
/// @param originals the watched peers, past and present, that speak only the original protocol
/// @param rumors all that were seen, newest first
/// @param chosen the rumour that graph and diagram show: the newest, unless the user chose another;
/// null if there is none
/// @param spreads the rumours that are laid over one another, the chosen one first
/// @param runs finished runs that are kept to be compared, oldest first, without those among the
/// spreads
/// @param faults in force
/// @param story what there is to tell
/// @param passed what was observed since the last view, in order
public record NetworkView(
    Moment moment,
    @Nullable OpenedRecording opened,
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
    Story story,
    List<Observation> passed) {

  /// Nothing is seen yet.
  public static final NetworkView EMPTY =
      new NetworkView(
          Moment.NONE,
          null,
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
          Story.EMPTY,
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
    /// In the network that is shown, which exists at the moment that is shown.
    SHOWN,
    /// In the network that is shown, which has been taken down since. It is shown as it was when
    /// the rumour was over, because the user chose that rumour.
    KEPT,
    /// In a network that has been taken down. Another one is shown, without the rumour's tree.
    GONE
  }

  /// The same view, in which more has passed.
  NetworkView withPassed(List<Observation> more) {
    return new NetworkView(
        moment, opened, picture, place, watched, then, originals, rumors, chosen, spreads, runs,
        faults, story, more);
  }

  /// Whether the moment is the present.
  public boolean isLive() {
    return moment.mode() == Moment.Mode.LIVE;
  }

  /// The moment that is shown.
  public Instant now() {
    return moment.at();
  }

  /// How far the chosen rumour has spread; null if there is none in the network that is shown.
  public @Nullable MeasuredSpread measured() {
    return chosen == null || spreads.isEmpty() || place == Place.GONE ? null : spreads.getFirst();
  }

  /// As [#measured], without the figures computed from it.
  public @Nullable Spread spread() {
    MeasuredSpread measured = measured();
    return measured == null ? null : measured.spread();
  }
}
