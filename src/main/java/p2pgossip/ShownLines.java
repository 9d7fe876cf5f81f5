package p2pgossip;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.ShownText;

/// What prints lines on a terminal: each stays one line, and nothing in it moves the cursor,
/// paints, rings or reorders, wherever its words come from. The tabs before the lines of a trace
/// stay.
final class ShownLines extends PrintStream {

  /// @param to whose character set is kept
  ShownLines(PrintStream to) {
    super(to, true, to.charset());
  }

  @Override
  public void println(@Nullable String line) {
    String text = String.valueOf(line);
    int tabs = 0;
    while (tabs < text.length() && text.charAt(tabs) == '\t') {
      tabs++;
    }
    super.println("\t".repeat(tabs) + ShownText.whole(text.substring(tabs)));
  }

  @Override
  public void println(@Nullable Object line) {
    println(String.valueOf(line));
  }
}
