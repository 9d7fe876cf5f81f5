package p2pgossip.ui.log;

import java.util.List;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import p2pgossip.journal.JournalLine;

/// Which lines of a list are selected. Lines are kept by their numbers, not by their places, so
/// that the selection stays while lines come and go. A line that is gone is no longer selected.
final class LineSelection {

  private final List<JournalLine> lines;
  private final TreeSet<Long> numbers = new TreeSet<>();
  private final ReadOnlyObjectWrapper<@Nullable JournalLine> lead =
      new ReadOnlyObjectWrapper<>(this, "lead");
  private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper(this, "changes");

  /// The number at which a range begins that is extended. Its line may be gone.
  private long pivot;

  /// @param lines oldest first, with numbers that rise
  LineSelection(List<JournalLine> lines) {
    this.lines = lines;
  }

  /// The selected line that was chosen last; null when there is none.
  ReadOnlyObjectProperty<@Nullable JournalLine> leadProperty() {
    return lead.getReadOnlyProperty();
  }

  /// Counts up whenever the selection changes.
  ReadOnlyLongProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  boolean contains(JournalLine line) {
    return numbers.contains(line.number());
  }

  /// The selected lines in the order of the list.
  List<JournalLine> selected() {
    return numbers.stream().map(this::indexAtOrAfter).map(lines::get).toList();
  }

  /// The place of the first line whose number is this one or higher; the size of the list if there
  /// is none.
  int indexAtOrAfter(long number) {
    int low = 0;
    int high = lines.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lines.get(middle).number() < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The place of the lead, or -1 when there is none.
  int leadIndex() {
    JournalLine line = lead.get();
    return line == null ? -1 : indexAtOrAfter(line.number());
  }

  void only(int index) {
    numbers.clear();
    pivot = lines.get(index).number();
    choose(index);
  }

  /// Adds a line to the selection, or takes it out.
  void toggle(int index) {
    JournalLine line = lines.get(index);
    pivot = line.number();
    if (!numbers.remove(line.number())) {
      choose(index);
      return;
    }
    lead.set(numbers.isEmpty() ? null : lines.get(indexAtOrAfter(numbers.last())));
    changed();
  }

  /// Selects the lines from the beginning of the range to this one, and no others.
  void extendTo(int index) {
    if (lead.get() == null) {
      only(index);
      return;
    }
    numbers.clear();
    int from = Math.min(indexAtOrAfter(pivot), lines.size() - 1);
    for (int i = Math.min(from, index); i <= Math.max(from, index); i++) {
      numbers.add(lines.get(i).number());
    }
    choose(index);
  }

  void all() {
    if (lines.isEmpty()) {
      return;
    }
    lines.forEach(line -> numbers.add(line.number()));
    if (lead.get() == null) {
      choose(lines.size() - 1);
    } else {
      changed();
    }
  }

  void clear() {
    numbers.clear();
    lead.set(null);
    changed();
  }

  /// Forgets the lines that have fallen off the front. Cheap enough for every frame.
  void forgetOlder() {
    if (numbers.isEmpty()) {
      return;
    }
    if (lines.isEmpty()) {
      clear();
      return;
    }
    long oldest = lines.getFirst().number();
    if (numbers.first() < oldest) {
      numbers.headSet(oldest).clear();
      forgetLeadIfGone();
      changed();
    }
  }

  /// Forgets the lines that are no longer in the list, wherever they were.
  void forgetMissing() {
    numbers.removeIf(
        number -> {
          int index = indexAtOrAfter(number);
          return index == lines.size() || lines.get(index).number() != number;
        });
    forgetLeadIfGone();
    changed();
  }

  private void forgetLeadIfGone() {
    JournalLine line = lead.get();
    if (line != null && !contains(line)) {
      lead.set(null);
    }
  }

  private void choose(int index) {
    JournalLine line = lines.get(index);
    numbers.add(line.number());
    lead.set(line);
    changed();
  }

  private void changed() {
    changes.set(changes.get() + 1);
  }
}
