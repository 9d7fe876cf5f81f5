package p2pgossip.testing;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Records what a callback receives, in order. Any thread may add and any thread may read, at any
/// time: a reader gets a copy of one moment, which does not change.
public final class Recorder<E> implements Consumer<E>, Iterable<E> {

  private final List<E> told = new ArrayList<>();

  @Override
  public void accept(E element) {
    synchronized (told) {
      told.add(element);
    }
  }

  /// Everything so far.
  public List<E> all() {
    synchronized (told) {
      return List.copyOf(told);
    }
  }

  /// Everything of one kind so far.
  public <K extends E> List<K> all(Class<K> kind) {
    return stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  public Stream<E> stream() {
    return all().stream();
  }

  @Override
  public Iterator<E> iterator() {
    return all().iterator();
  }

  public boolean any(Predicate<? super E> condition) {
    return stream().anyMatch(condition);
  }

  public boolean contains(E element) {
    return all().contains(element);
  }

  public int size() {
    synchronized (told) {
      return told.size();
    }
  }

  public boolean isEmpty() {
    return size() == 0;
  }

  public E first() {
    return all().getFirst();
  }

  public E last() {
    return all().getLast();
  }

  /// Removes and returns everything so far.
  public List<E> drain() {
    synchronized (told) {
      List<E> all = List.copyOf(told);
      told.clear();
      return all;
    }
  }

  @Override
  public String toString() {
    return all().toString();
  }
}
