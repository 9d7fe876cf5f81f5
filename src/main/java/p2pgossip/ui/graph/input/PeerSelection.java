package p2pgossip.ui.graph.input;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;

/// The selected peers: the current one, which the keyboard moves, and the kept ones, which stay
/// selected when it moves on. FX thread only; needs no screen.
public final class PeerSelection {

  private final ObjectProperty<@Nullable PeerAddress> first;
  private final Set<PeerAddress> kept = new LinkedHashSet<>();
  private final ObservableSet<PeerAddress> all = FXCollections.observableSet(new LinkedHashSet<>());
  private final ObservableSet<PeerAddress> view = FXCollections.unmodifiableObservableSet(all);
  private boolean own;

  /// @param bean the owner of the property
  public PeerSelection(Object bean) {
    first = new SimpleObjectProperty<>(bean, "selected", null);
    first.addListener(
        (_, _, now) -> {
          // A peer that is set from outside and was not selected begins a new selection.
          if (!own && (now == null || !all.contains(now))) {
            kept.clear();
          }
          update();
        });
  }

  /// The current peer; null if none is selected.
  public ObjectProperty<@Nullable PeerAddress> firstProperty() {
    return first;
  }

  public @Nullable PeerAddress first() {
    return first.get();
  }

  /// All selected peers, the current one included; read-only.
  public ObservableSet<PeerAddress> all() {
    return view;
  }

  /// Selects this peer alone; null selects none.
  public void only(@Nullable PeerAddress peer) {
    kept.clear();
    change(peer);
  }

  /// Makes this peer the current one; the kept ones stay selected.
  public void move(PeerAddress peer) {
    change(peer);
  }

  /// Keeps the current peer, or keeps it no longer. It stays selected until the keyboard moves on.
  public void keep() {
    PeerAddress peer = first.get();
    if (peer != null && !kept.remove(peer)) {
      kept.add(peer);
    }
    update();
  }

  /// Whether the current peer stays selected when the keyboard moves on.
  public boolean isKept() {
    return first.get() != null && kept.contains(first.get());
  }

  /// Adds this peer to the selection, or removes it.
  public void toggle(PeerAddress peer) {
    keepAll();
    if (kept.remove(peer)) {
      change(peer.equals(first.get()) ? last() : first.get());
    } else {
      kept.add(peer);
      change(peer);
    }
  }

  /// Adds these peers to the selection.
  public void addAll(Collection<PeerAddress> peers) {
    keepAll();
    kept.addAll(peers);
    change(first.get() == null ? last() : first.get());
  }

  /// Removes all but these peers from the selection.
  public void retain(Set<PeerAddress> present) {
    kept.retainAll(present);
    PeerAddress peer = first.get();
    change(peer != null && !present.contains(peer) ? last() : peer);
  }

  private void keepAll() {
    kept.addAll(all);
  }

  private @Nullable PeerAddress last() {
    return kept.stream().reduce((_, last) -> last).orElse(null);
  }

  private void change(@Nullable PeerAddress peer) {
    own = true;
    try {
      first.set(peer);
    } finally {
      own = false;
    }
    update();
  }

  private void update() {
    Set<PeerAddress> wanted = new LinkedHashSet<>(kept);
    PeerAddress peer = first.get();
    if (peer != null) {
      wanted.add(peer);
    }
    if (!Objects.equals(wanted, all)) {
      all.retainAll(wanted);
      all.addAll(wanted);
    }
  }
}
