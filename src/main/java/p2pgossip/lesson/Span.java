package p2pgossip.lesson;

import java.util.List;

/// A part of a paragraph.
public sealed interface Span {

  /// Words as they stand.
  record Words(String text) implements Span {}

  record Emphasis(List<Span> spans) implements Span {
    public Emphasis {
      spans = List.copyOf(spans);
    }
  }

  record Strong(List<Span> spans) implements Span {
    public Strong {
      spans = List.copyOf(spans);
    }
  }

  /// Words as a computer takes them.
  record Code(String text) implements Span {}

  /// A number that the program works out.
  record Shown(Figure figure) implements Span {}
}
