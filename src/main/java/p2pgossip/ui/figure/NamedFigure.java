package p2pgossip.ui.figure;

import java.util.function.Function;

/// A figure of a pane that has few.
///
/// @param name as in [Figure#name]
/// @param words as in [Figure#words]
/// @param definition as in [Figure#definition]
/// @param text how it is written
public record NamedFigure<V>(String name, String words, String definition, Function<V, String> text)
    implements Figure<V> {

  @Override
  public String of(V view) {
    return text.apply(view);
  }
}
