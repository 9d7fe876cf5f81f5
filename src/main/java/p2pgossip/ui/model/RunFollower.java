package p2pgossip.ui.model;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineKind;
import p2pgossip.steering.SteerablePeer;

/// Brings what happens in the runs of a window's peer to the models that show it. FX thread only.
final class RunFollower implements PeerLife.Listener, AutoCloseable {

  private final ReadOnlyObjectWrapper<@Nullable PeerAddress> address =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Tally> tally = new ReadOnlyObjectWrapper<>(Tally.NONE);
  private final Parts parts;
  private final WatchedNetwork watched;
  private final Runnable running;
  private boolean closed;

  /// What the log says of the last start, if that failed.
  private @Nullable JournalLine complaint;

  /// The models that are told.
  ///
  /// @param settings of the window's peer
  /// @param name of the window's peer
  /// @param selected the peer that is selected
  record Parts(
      ObjectProperty<PeerSettings> settings,
      ObjectProperty<@Nullable PeerName> name,
      ObjectProperty<@Nullable PeerAddress> selected,
      ConnectAttempts attempts,
      Journal journal,
      NetworkViewModel network,
      SecurityViewModel security,
      TuningViewModel tuning) {}

  /// @param running told that a run has begun, once its address is known and before its settings
  /// are compared with those of the window
  RunFollower(Parts parts, WatchedNetwork watched, Runnable running) {
    this.parts = parts;
    this.watched = watched;
    this.running = running;
  }

  /// Where the peer is reached. Null while it is stopped.
  ReadOnlyObjectProperty<@Nullable PeerAddress> addressProperty() {
    return address.getReadOnlyProperty();
  }

  /// What it has sent and received in this run.
  ReadOnlyObjectProperty<Tally> tallyProperty() {
    return tally.getReadOnlyProperty();
  }

  /// Takes the complaint about the last start from the log.
  void withdrawComplaint() {
    if (complaint != null) {
      parts.journal().withdraw(complaint);
      complaint = null;
    }
  }

  @Override
  public void catchUp() {
    watched.catchUp();
  }

  @Override
  public void began(PeerRun begun, @Nullable String words) {
    SteerablePeer peer = begun.peer();
    if (parts.network().hasOpened()) {
      // What it says is of the recording, which is left now.
      parts.journal().log().clear();
      parts.selected().set(null);
    }
    if (!begun.isOwn()) {
      parts.settings().set(peer.settings());
      parts.name().set(peer.self().name());
      parts.journal().know(peer.snapshot());
    }
    withdrawComplaint();
    parts.security().began(begun);
    parts.tuning().began(peer);
    tally.set(Tally.NONE);
    address.set(peer.address());
    running.run();
    // Settings may have been changed between the click and now.
    if (!peer.settings().equals(parts.settings().get())) {
      peer.change(parts.settings().get());
    }
    peer.rename(parts.name().get());
    if (!begun.isOwn()) {
      watched.addOwn(peer);
    }
    watched.catchUp();
    watched.lookFrom(peer.address());
    if (words != null) {
      parts.journal().tell(LineKind.NOTE, null, words);
    }
  }

  @Override
  public void happened(PeerRun current, List<GossipEvent> events, long dropped) {
    Tally counted = tally.get();
    for (GossipEvent event : events) {
      counted = counted.with(event);
      parts.attempts().follow(event);
      parts.security().follow(event);
      parts.tuning().follow(event);
      if (event instanceof GossipEvent.SettingsChanged changed && changed.by() != null) {
        parts.tuning().changedHere(parts.settings().get(), changed);
        parts.settings().set(current.peer().settings());
      }
    }
    parts.tuning().turnTo(parts.selected().get());
    if (!current.isOwn()) {
      // Somebody else may change them too.
      parts.settings().set(current.peer().settings());
    }
    parts.journal().narrate(events, dropped);
    tally.set(counted);
  }

  @Override
  public void ended() {
    parts.security().ended();
    parts.tuning().ended();
    address.set(null);
    parts.selected().set(null);
    parts.attempts().clear();
    // Otherwise the picture would show for a moment that it still runs.
    watched.takeNow();
    watched.lookFrom(null);
    if (closed) {
      watched.close();
    }
  }

  @Override
  public void failed(StartFailure failure) {
    complaint =
        parts
            .journal()
            .told(LineKind.ERROR, null, "This peer could not be started: " + failure.words() + ".");
    if (closed) {
      watched.close();
    }
  }

  /// The end of the run that goes on is still followed, and ends what the window takes in.
  @Override
  public void close() {
    closed = true;
  }
}
