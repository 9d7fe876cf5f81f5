package p2pgossip.ui.lines;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import p2pgossip.journal.JournalLine;

/// The lines of a log, bounded, and which of them are shown. FX thread only.
///
/// The cost of a new line does not depend on how many there are. Only a new filter goes through all
/// of them.
public final class LogModel {

  public static final int DEFAULT_CAPACITY = 10_000;

  private final LineRing held;
  private final LineRing late;
  private final ShownLines shown;
  private final ObservableList<JournalLine> shownReadOnly;
  private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper(this, "total");
  private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper(this, "waiting");
  private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper(this, "paused");
  private final ReadOnlyObjectWrapper<LogFilter> filter =
      new ReadOnlyObjectWrapper<>(this, "filter", LogFilter.ALL);

  /// Lines after this moment are held but not shown; null for no such bound.
  private @Nullable Instant until;

  public LogModel() {
    this(DEFAULT_CAPACITY);
  }

  /// @param capacity how many lines are held; the oldest fall off. As many again may wait during a
  ///   pause
  /// @throws IllegalArgumentException if it is less than 1
  public LogModel(int capacity) {
    held = new LineRing(capacity);
    late = new LineRing(capacity);
    shown = new ShownLines(capacity);
    shownReadOnly = FXCollections.unmodifiableObservableList(shown);
  }

  /// The lines that pass the filter, oldest first; read-only. Each command causes one change event.
  public ObservableList<JournalLine> shown() {
    return shownReadOnly;
  }

  /// How many lines are held, shown or not. Lines that wait are not counted.
  public ReadOnlyIntegerProperty totalProperty() {
    return total.getReadOnlyProperty();
  }

  /// How many lines wait for the end of a pause. Those that the filter hides are not counted.
  public ReadOnlyIntegerProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty pausedProperty() {
    return paused.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<LogFilter> filterProperty() {
    return filter.getReadOnlyProperty();
  }

  /// Adds what has come since the last frame. Meant to be called once a frame, however much that
  /// is.
  ///
  /// @param lines oldest first, with numbers above those of all lines before
  public void append(List<JournalLine> lines) {
    List<JournalLine> newest =
        lines.subList(Math.max(0, lines.size() - held.capacity()), lines.size());
    if (paused.get()) {
      keepForLater(newest);
    } else {
      take(newest);
    }
  }

  public void setFilter(LogFilter newFilter) {
    if (newFilter.equals(filter.get())) {
      return;
    }
    filter.set(newFilter);
    sift();
  }

  /// Shows the log as it stood at a moment.
  ///
  /// @param moment null for now
  public void showUntil(@Nullable Instant moment) {
    if (!Objects.equals(moment, until)) {
      until = moment;
      sift();
    }
  }

  private void sift() {
    shown.replace(held.stream().filter(this::accepts).toList());
    waiting.set((int) late.stream().filter(this::accepts).count());
  }

  private boolean accepts(JournalLine line) {
    return filter.get().accepts(line) && (until == null || !line.at().isAfter(until));
  }

  /// Freezes what is shown until [#resume()]. New lines are kept, up to the capacity.
  public void pause() {
    paused.set(true);
  }

  /// Shows what has been added in the meantime.
  public void resume() {
    paused.set(false);
    List<JournalLine> lines = List.copyOf(late);
    late.clear();
    waiting.set(0);
    take(lines);
  }

  /// Forgets all lines, also those that wait. The filter and a pause stay.
  public void clear() {
    held.clear();
    late.clear();
    total.set(0);
    waiting.set(0);
    shown.replace(List.of());
  }

  private void take(List<JournalLine> lines) {
    int gone = 0;
    List<JournalLine> coming = new ArrayList<>();
    for (JournalLine line : lines) {
      if (held.isFull()) {
        JournalLine oldest = held.removeFirst();
        if (gone < shown.size() && shown.get(gone).equals(oldest)) {
          gone++;
        }
      }
      held.addLast(line);
      if (accepts(line)) {
        coming.add(line);
      }
    }
    total.set(held.size());
    shown.roll(gone, coming);
  }

  private void keepForLater(List<JournalLine> lines) {
    int count = waiting.get();
    for (JournalLine line : lines) {
      if (late.isFull() && accepts(late.removeFirst())) {
        count--;
      }
      late.addLast(line);
      if (accepts(line)) {
        count++;
      }
    }
    waiting.set(count);
  }
}
