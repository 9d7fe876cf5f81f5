package p2pgossip.topology;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A whole number of neighbours.
///
/// @param name as it stands beside a field: "Branches"
/// @param words as they stand in an error: "branches of a tree"
/// @param least that is allowed
/// @param step between two numbers that are allowed: 1, or 2 for even numbers
/// @param usual the value where none is given
public record Count(String name, String words, int least, int step, Integer usual)
    implements Parameter<Integer> {

  /// The most neighbours that anybody may ask for.
  public static final int MOST = 100;

  /// @throws IllegalArgumentException when it is not allowed, saying what is
  void require(int value) {
    if (value < least || value > MOST) {
      throw new IllegalArgumentException(
          "%s: %s is not between %s and %s".formatted(words, value, least, MOST));
    }
    if ((value - least) % step != 0) {
      throw new IllegalArgumentException("%s: %s is not an even number".formatted(words, value));
    }
  }

  @Override
  public Optional<Integer> otherwise() {
    return Optional.of(usual);
  }

  @Override
  public String example() {
    return write(usual, null);
  }

  @Override
  public Class<Integer> type() {
    return Integer.class;
  }

  @Override
  public String kind() {
    return "whole number";
  }

  @Override
  public Optional<Integer> read(String text, @Nullable Path folder) {
    try {
      return Optional.of(Integer.valueOf(text.strip()));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  @Override
  public String write(Integer value, @Nullable Path folder) {
    return Integer.toString(value);
  }
}
