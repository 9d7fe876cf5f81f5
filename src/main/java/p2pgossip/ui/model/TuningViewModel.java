package p2pgossip.ui.model;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.Offer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Sender;
import p2pgossip.gossip.ShownText;
import p2pgossip.gossip.Tuning;
import p2pgossip.journal.SettingsInWords;
import p2pgossip.steering.SteerablePeer;
import p2pgossip.ui.model.ForeignSettings.Stage;

/// The settings of other peers that let others change them, the outcome of changing them, and what
/// others have changed here. Without controls. FX thread only.
public final class TuningViewModel {

  private final ReadOnlyObjectWrapper<ForeignSettings> selected =
      new ReadOnlyObjectWrapper<>(this, "selected", ForeignSettings.NONE);
  private final ReadOnlyObjectWrapper<@Nullable TuningOfAll> all =
      new ReadOnlyObjectWrapper<>(this, "all");
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
  private @Nullable SteerablePeer peer;

  /// The settings of the selected peer.
  public ReadOnlyObjectProperty<ForeignSettings> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /// The outcome of the last change to all peers; null before the first.
  public ReadOnlyObjectProperty<@Nullable TuningOfAll> allProperty() {
    return all.getReadOnlyProperty();
  }

  /// Who last changed the settings of this peer from elsewhere, and what; empty if nobody has, or
  /// once it is read.
  public ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  /// The note is read.
  public void dismissNote() {
    note.set("");
  }

  /// How many peers are known.
  public int known() {
    return peer == null ? 0 : peer.knownPeers().all().size();
  }

  /// Those of the known peers that let others change them.
  public List<PeerAddress> tunable() {
    return peer == null
        ? List.of()
        : peer.knownPeers().all().stream()
            .filter(TuningViewModel::isTunable)
            .map(Neighbor::address)
            .sorted()
            .toList();
  }

  private static boolean isTunable(Neighbor neighbor) {
    return neighbor.isHealthy() && neighbor.offers(Offer.TUNING);
  }

  /// Changes the selected peer.
  public void change(Tuning tuning) {
    PeerAddress to = selected.get().peer();
    if (peer != null && to != null && !tuning.isEmpty()) {
      selected.set(selected.get().as(Stage.CHANGING, "Changing …"));
      peer.tune(List.of(to), tuning);
    }
  }

  /// Asks the selected peer for its settings once more.
  public void askAgain() {
    PeerAddress to = selected.get().peer();
    if (to != null) {
      ask(to);
    }
  }

  /// Changes all that allow it.
  public void changeAll(Tuning tuning) {
    if (peer != null && !tuning.isEmpty()) {
      Set<PeerAddress> asked = new HashSet<>(tunable());
      all.set(TuningOfAll.begin(asked));
      peer.tune(asked, tuning);
    }
  }

  /// The outcome of the last change to all peers no longer matters.
  public void dismissAll() {
    all.set(null);
  }

  void began(SteerablePeer begun) {
    peer = begun;
  }

  void ended() {
    peer = null;
    selected.set(ForeignSettings.NONE);
    all.set(null);
    note.set("");
  }

  /// Asks a peer for its settings, unless it was asked or lets nobody change them.
  void turnTo(@Nullable PeerAddress to) {
    Neighbor neighbor = peer == null || to == null ? null : peer.knownPeers().get(to);
    if (neighbor == null || !isTunable(neighbor)) {
      selected.set(ForeignSettings.NONE);
    } else if (!Objects.equals(to, selected.get().peer())) {
      ask(neighbor.address());
    }
  }

  private void ask(PeerAddress to) {
    if (peer != null) {
      selected.set(ForeignSettings.asked(to));
      peer.askSettings(to);
    }
  }

  void follow(GossipEvent event) {
    ForeignSettings shown = selected.get();
    TuningOfAll changing = all.get();
    switch (event) {
      case GossipEvent.SettingsReported it -> {
        if (it.by().equals(shown.peer())) {
          selected.set(shown.with(it.settings(), it.tuned()));
        }
        if (it.tuned() && changing != null) {
          all.set(changing.withChanged(it.by()));
        }
      }
      case GossipEvent.TuningFailed it -> {
        String reason = ShownText.of(it.failure().reason());
        if (it.peer().equals(shown.peer())) {
          String words = (it.tuning() ? "Not changed: " : "It did not say how it is set: ");
          selected.set(shown.as(Stage.FAILED, words + reason + "."));
        }
        if (it.tuning() && changing != null) {
          all.set(changing.withFailed(it.peer(), reason));
        }
      }
      default -> {
        // Nothing else concerns the settings of others.
      }
    }
  }

  /// Another peer's user has changed the settings of this peer.
  void changedHere(PeerSettings before, GossipEvent.SettingsChanged event) {
    String changes = SettingsInWords.changes(before, event.settings());
    if (!changes.isEmpty()) {
      String by =
          switch (event.by()) {
            case null -> "You";
            case Sender.Named(PeerAddress other) -> other.toString();
            case Sender.Presumed(PeerAddress other) -> other.toString();
            case Sender.Unnamed(var source) -> "Somebody at " + PeerAddress.text(source);
          };
      note.set(by + " has changed this peer. " + changes);
    }
  }
}
