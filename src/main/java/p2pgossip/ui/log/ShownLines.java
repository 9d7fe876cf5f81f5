package p2pgossip.ui.log;

import java.util.List;
import java.util.RandomAccess;
import javafx.collections.ObservableListBase;
import p2pgossip.journal.JournalLine;

/// The lines that pass the filter, oldest first, with numbers that rise. Each of its changes is
/// told in one event, and lines come in at the end and fall off at the front without the others
/// being touched.
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

  /// Takes `gone` lines from the front and puts the others at the end; no event when that is
  /// nothing.
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

  /// Puts others in the place of all.
  void replace(List<JournalLine> others) {
    beginChange();
    List<JournalLine> removed = List.copyOf(lines);
    lines.clear();
    others.forEach(lines::addLast);
    nextReplace(0, lines.size(), removed);
    endChange();
  }
}
