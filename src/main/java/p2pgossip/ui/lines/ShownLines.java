package p2pgossip.ui.lines;

import java.util.List;
import java.util.RandomAccess;
import javafx.collections.ObservableListBase;
import p2pgossip.journal.JournalLine;

/// The lines that pass the filter, oldest first, with rising numbers. Each change is one event.
/// Adding lines at the end and dropping them from the front does not touch the others.
final class ShownLines extends ObservableListBase<JournalLine> implements RandomAccess {

  private final LineRing lines;

  ShownLines(int capacity) {
    lines = new LineRing(capacity);
  }

  @Override
  public JournalLine get(int index) {
    return lines.get(index);
  }

  @Override
  public int size() {
    return lines.size();
  }

  /// Drops `gone` lines from the front and adds the others at the end. No event if there are none.
  void roll(int gone, List<JournalLine> coming) {
    beginChange();
    if (gone > 0) {
      List<JournalLine> removed = List.copyOf(lines.subList(0, gone));
      for (int i = 0; i < gone; i++) {
        lines.removeFirst();
      }
      nextRemove(0, removed);
    }
    if (!coming.isEmpty()) {
      int from = lines.size();
      coming.forEach(lines::addLast);
      nextAdd(from, lines.size());
    }
    endChange();
  }

  /// Replaces all lines.
  void replace(List<JournalLine> others) {
    beginChange();
    List<JournalLine> removed = List.copyOf(lines);
    lines.clear();
    others.forEach(lines::addLast);
    nextReplace(0, lines.size(), removed);
    endChange();
  }
}
