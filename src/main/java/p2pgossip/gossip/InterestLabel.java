package p2pgossip.gossip;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import p2pgossip.gossip.Interest.Contacts;
import p2pgossip.gossip.Interest.End;

/// An [Interest] as one word, for the command line and files: `never`, `counter:2`, `coin:4`, or
/// `blind-counter:2`, `blind-coin:4` if every contact counts.
public final class InterestLabel {

  private static final Pattern FORM = Pattern.compile("(blind-)?(counter|coin)(?::([0-9]{1,4}))?");

  private InterestLabel() {}

  public static String of(Interest interest) {
    return switch (interest.lastsUntil()) {
      case NEVER -> "never";
      case COUNTER, COIN ->
          (interest.heeds() == Contacts.ALL ? "blind-" : "")
              + interest.lastsUntil().name().toLowerCase(Locale.ROOT)
              + ":"
              + interest.k();
    };
  }

  /// Reads a label. Without a number, k is 2.
  ///
  /// @throws IllegalArgumentException when there is no such interest, or k is out of range
  public static Interest parse(String label) {
    String text = label.strip();
    if (text.equals("never")) {
      return Interest.NEVER_LOST;
    }
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          ("there is no interest %s; there are never, counter:2, coin:2, blind-counter:2 and"
                  + " blind-coin:2, the number from 1 to 100")
              .formatted(Quote.of(text)));
    }
    return new Interest(
        End.valueOf(form.group(2).toUpperCase(Locale.ROOT)),
        form.group(1) == null ? Contacts.UNNECESSARY : Contacts.ALL,
        form.group(3) == null ? 2 : Integer.parseInt(form.group(3)));
  }
}
