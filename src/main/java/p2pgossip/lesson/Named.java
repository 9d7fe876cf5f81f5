package p2pgossip.lesson;

import java.util.List;
import p2pgossip.gossip.Quote;

/// Says that there is nothing of a name, and what there is.
final class Named {

  private Named() {}

  /// @param kind in the singular
  /// @param known those that there are
  static IllegalArgumentException unknown(String kind, String name, List<String> known) {
    return new IllegalArgumentException(
        "there is no %s %s; there %s"
            .formatted(
                kind,
                Quote.of(name),
                known.isEmpty() ? "is none" : "are " + String.join(", ", known)));
  }
}
