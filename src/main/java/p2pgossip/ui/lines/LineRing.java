package p2pgossip.ui.lines;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import p2pgossip.journal.JournalLine;

/// A bounded queue of lines, oldest first. Both ends and any index are reached in constant time.
final class LineRing extends AbstractList<JournalLine> implements RandomAccess {

  private final @Nullable JournalLine[] slots;
  private int first;
  private int size;

  /// @throws IllegalArgumentException if the capacity is less than 1
  LineRing(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("a log of " + capacity + " lines holds nothing");
    }
    slots = new @Nullable JournalLine[capacity];
  }

  int capacity() {
    return slots.length;
  }

  boolean isFull() {
    return size == slots.length;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public JournalLine get(int index) {
    Objects.checkIndex(index, size);
    return Objects.requireNonNull(slots[slot(index)]);
  }

  /// @throws IllegalStateException if it is full
  @Override
  public void addLast(JournalLine line) {
    if (isFull()) {
      throw new IllegalStateException("there is no room for more than " + size + " lines");
    }
    slots[slot(size)] = line;
    size++;
  }

  /// Takes out the oldest.
  @Override
  public JournalLine removeFirst() {
    JournalLine oldest = get(0);
    slots[first] = null;
    first = slot(1);
    size--;
    return oldest;
  }

  @Override
  public void clear() {
    Arrays.fill(slots, null);
    first = 0;
    size = 0;
  }

  private int slot(int index) {
    return (first + index) % slots.length;
  }
}
