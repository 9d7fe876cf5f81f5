package p2pgossip.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Quote;

/// A point in time as in RFC 3339, in the narrow form that the original accepts: upper-case `T` and
/// `Z`, a zone, at most nine digits of fraction.
final class RfcTime {

  private static final Pattern FORM =
      Pattern.compile(
          "([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})"
              + "(?:\\.([0-9]{1,9}))?(?:Z|([+-])([0-9]{2}):([0-9]{2}))");

  /// The range of times that can be written with four digits for the year in any zone.
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private RfcTime() {}

  /// @param what names the value in the message of the exception
  static Instant parse(String text, String what) throws WireException {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new WireException(
          what + " must be a time such as 2026-11-22T06:45:06.6Z, not " + Quote.of(text));
    }
    Instant time = time(matcher, text, what);
    if (time.isBefore(FIRST) || time.isAfter(LAST)) {
      throw new WireException(what + " must be in the years 0000 to 9999, not " + Quote.of(text));
    }
    return time;
  }

  private static Instant time(Matcher matcher, String text, String what) throws WireException {
    int hour = number(matcher, text, 4);
    int minute = number(matcher, text, 5);
    int second = number(matcher, text, 6);
    int zoneHours = number(matcher, text, 9);
    int zoneMinutes = number(matcher, text, 10);
    // RFC 3339 allows a second 60, a leap second; here it is the second after 59.
    if (hour > 23 || minute > 59 || second > 60 || zoneHours > 23 || zoneMinutes > 59) {
      throw new WireException(what + " is not a time of day: " + Quote.of(text));
    }
    int zoneSeconds = (zoneHours * 60 + zoneMinutes) * 60;
    long secondOfDay = (hour * 60L + minute) * 60 + second;
    try {
      long day =
          LocalDate.of(number(matcher, text, 1), number(matcher, text, 2), number(matcher, text, 3))
              .toEpochDay();
      return Instant.ofEpochSecond(
          day * 86_400 + secondOfDay + ("-".equals(matcher.group(8)) ? zoneSeconds : -zoneSeconds),
          nanos(matcher.group(7)));
    } catch (DateTimeException e) {
      throw new WireException(what + " is not a date: " + Quote.of(text), e);
    }
  }

  private static long nanos(@Nullable String fraction) {
    return fraction == null ? 0 : Long.parseLong((fraction + "00000000").substring(0, 9));
  }

  private static int number(Matcher matcher, String text, int group) {
    int start = matcher.start(group);
    return start < 0 ? 0 : Integer.parseInt(text, start, matcher.end(group), 10);
  }
}
