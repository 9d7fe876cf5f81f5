package p2pgossip.topology;

import java.util.Objects;

/// What is wrong with a graph in a file, fit to stand behind the name of the file and a colon. It
/// is unchecked because it passes through parsers that know nothing of it.
final class RefusedGraph extends RuntimeException {

  private static final long serialVersionUID = 1;

  RefusedGraph(String words) {
    super(words);
  }

  RefusedGraph(String words, Throwable cause) {
    super(words, cause);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /// The one that lies under what a parser has thrown.
  ///
  /// @param otherwise says what is wrong where there is none
  static RefusedGraph in(Throwable thrown, String otherwise) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof RefusedGraph refused) {
        return refused;
      }
    }
    return new RefusedGraph(otherwise, thrown);
  }
}
