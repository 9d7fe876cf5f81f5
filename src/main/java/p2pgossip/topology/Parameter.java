package p2pgossip.topology;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What has to be said of a topology beside its form. The kinds of parameters are a closed set: a
/// dialog has a field for each.
///
/// @param <T> the values
public sealed interface Parameter<T> permits Count, Chance, FileParameter {

  /// As it stands beside a field: "Branches".
  String name();

  /// The value where none is given; empty where one has to be.
  Optional<T> otherwise();

  Class<T> type();

  /// What a text must be, behind "is not a".
  String kind();

  /// As it stands in a label that is an example: a value, or what is to be put in its place.
  String example();

  /// Reads a value, whether in range or not; empty when it is none.
  ///
  /// @param folder in which a file is looked for where its path is relative; null where no file may
  /// be named
  /// @throws IllegalArgumentException when the text names a file, and that can't be read or may not
  /// be named
  Optional<T> read(String text, @Nullable Path folder);

  /// The value as it stands in a label.
  ///
  /// @param folder of the file in which the label stands; null for one that others read
  String write(T value, @Nullable Path folder);

  /// Whether its text may have colons in it; then it is the last parameter.
  default boolean takesColons() {
    return false;
  }
}
