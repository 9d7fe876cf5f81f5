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

/// Which peers are selected: the one that the keyboard moves, and those that stay selected beside it
/// when it moves on, said to be kept. Made for the FX thread; needs no screen.
public final class PeerSelection {

  private final ObjectProperty<@Nullable PeerAddress> first;
  private final Set<PeerAddress> kept = new LinkedHashSet<>();
  private final ObservableSet<PeerAddress> all = FXCollections.observableSet(new LinkedHashSet<>());
  private final ObservableSet<PeerAddress> view = FXCollections.unmodifiableObservableSet(all);
  private boolean own;

  /// @param bean that the property belongs to
  public PeerSelection(Object bean) {
    first = new SimpleObjectProperty<>(bean, "selected", null);
    first.addListener(
        (_, _, now) -> {
          // Set from outside, one that is not among the selected begins a new selection.
          if (!own && (now == null || !all.contains(now))) {
            kept.clear();
          }
          update();
        });
  }

  /// The one that the keyboard moves; null where none is selected.
  public ObjectProperty<@Nullable PeerAddress> firstProperty() {
    return first;
  }

  public @Nullable PeerAddress first() {
    return first.get();
  }

  /// All of them, that one included; read-only.
  public ObservableSet<PeerAddress> all() {
    return view;
  }

  /// Selects this one alone; null selects none.
  public void only(@Nullable PeerAddress peer) {
    kept.clear();
    change(peer);
  }

  /// Goes on to this one; the kept stay.
  public void move(PeerAddress peer) {
    change(peer);
  }

  /// Keeps the first, or keeps it no longer. It stays selected until the selection moves on.
  public void keep() {
    PeerAddress peer = first.get();
    if (peer != null && !kept.remove(peer)) {
      kept.add(peer);
    }
    update();
  }

  /// Whether the first stays when the selection moves on.
  public boolean isKept() {
    return first.get() != null && kept.contains(first.get());
  }

  /// Adds this one to the selection, or takes it away.
  public void toggle(PeerAddress peer) {
    keepAll();
    if (kept.remove(peer)) {
      change(peer.equals(first.get()) ? last() : first.get());
    } else {
      kept.add(peer);
      change(peer);
    }
  }

  /// Adds these.
  public void addAll(Collection<PeerAddress> peers) {
    keepAll();
    kept.addAll(peers);
    change(first.get() == null ? last() : first.get());
  }

  /// Lets go of all but these.
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
