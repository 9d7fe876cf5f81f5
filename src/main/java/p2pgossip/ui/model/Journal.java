package p2pgossip.ui.model;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineKind;
import p2pgossip.journal.Narrator;
import p2pgossip.network.Observation;
import p2pgossip.network.Recorded;
import p2pgossip.ui.lines.LogModel;

/// Writes one window's log. FX thread only.
public final class Journal {

  /// How many events of a recording are told.
  private static final int MOST_TOLD = 20_000;

  private final LogModel log = new LogModel();
  private final Narrator narrator;
  private final InstantSource clock;
  private final ReadOnlyObjectWrapper<@Nullable JournalLine> told = new ReadOnlyObjectWrapper<>();

  Journal(PeerSettings settings, InstantSource clock) {
    this.clock = clock;
    narrator = new Narrator(settings);
  }

  public LogModel log() {
    return log;
  }

  /// The last line of the window itself: the result of what the user asked for. Null before the
  /// first, and once it no longer holds.
  public ReadOnlyObjectProperty<@Nullable JournalLine> toldProperty() {
    return told.getReadOnlyProperty();
  }

  /// Tells what the peer reported.
  ///
  /// @param dropped how many more events came before these than could be taken in
  void narrate(List<GossipEvent> events, long dropped) {
    List<JournalLine> lines = new ArrayList<>(events.size());
    if (dropped > 0) {
      lines.add(
          narrator.tell(
              clock.instant(),
              LineKind.ERROR,
              null,
              dropped + " events came faster than they could be shown and are left out."));
    }
    for (GossipEvent event : events) {
      narrator.narrate(event).ifPresent(lines::add);
    }
    if (!lines.isEmpty()) {
      log.append(lines);
    }
  }

  /// Tells the latest of what a peer reported in a recording.
  ///
  /// @param self the peer; null if there was none
  void narrate(Recorded recorded, @Nullable PeerAddress self) {
    Stream.concat(recorded.opening().stream(), recorded.observations().stream())
        .filter(it -> it instanceof Observation.Seen seen && seen.snapshot().address().equals(self))
        .forEach(it -> know(((Observation.Seen) it).snapshot()));
    List<GossipEvent> events = Observation.eventsOf(self, recorded.observations());
    int left = Math.max(0, events.size() - MOST_TOLD);
    narrate(events.subList(left, events.size()), left);
  }

  /// Takes in what a peer and its neighbours are called.
  void know(PeerSnapshot snapshot) {
    narrator.know(snapshot);
  }

  /// Adds a line of the window itself.
  public void tell(LineKind kind, @Nullable PeerAddress peer, String text) {
    var _ = told(kind, peer, text);
  }

  /// As [#tell].
  ///
  /// @return the line, for [#withdraw]
  JournalLine told(LineKind kind, @Nullable PeerAddress peer, String text) {
    JournalLine line = narrator.tell(clock.instant(), kind, peer, text);
    log.append(List.of(line));
    told.set(line);
    return line;
  }

  /// A line no longer holds: it stays in the log, but is not pointed out.
  void withdraw(JournalLine line) {
    if (line.equals(told.get())) {
      told.set(null);
    }
  }
}
