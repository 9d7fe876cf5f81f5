package p2pgossip.ui.figure;

/// A figure that a pane shows of what it looks at.
///
/// @param <V> what that is
public interface Figure<V> {

  /// By which it is found in the scene; as a constant's.
  String name();

  /// Its name for people.
  String words();

  /// What it means, and of what it is taken: a sentence or two.
  String definition();

  /// As it is written.
  String of(V view);
}
