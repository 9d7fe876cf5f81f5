package p2pgossip;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.ShownText;

/// Prints lines on a terminal: each stays on one line, and nothing in it moves the cursor, changes
/// colours, rings or reorders text, wherever it comes from. The tabs that indent a stack trace
/// stay.
final class ShownLines extends PrintStream {

  /// @param to determines the character set
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
