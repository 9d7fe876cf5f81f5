package p2pgossip.testing;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Sentences of the program that are pinned elsewhere, in the test of the class that makes them.
/// Other tests name only the words that say what is at fault, and why.
public final class Words {

  private Words() {}

  /// Matches a whole sentence of these words.
  ///
  /// @param words `…` stands for any words between them, or for none
  public static Pattern of(String words) {
    return Pattern.compile(
        Arrays.stream(words.split(" *… *", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*")));
  }
}
