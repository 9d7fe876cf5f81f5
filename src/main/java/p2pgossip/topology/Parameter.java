package p2pgossip.topology;

import java.util.Optional;

/// What has to be said of a topology beside its form. The kinds of parameters are a closed set: a
/// dialog has a field for each.
///
/// @param <T> the values
public sealed interface Parameter<T> permits Count, Chance {

  /// As it stands beside a field: "Branches".
  String name();

  /// The value where none is given.
  T usual();

  Class<T> type();

  /// What a text must be, behind "is not a".
  String kind();

  /// Reads a value, whether in range or not; empty when it is none.
  Optional<T> read(String text);
}
