package p2pgossip.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import p2pgossip.gossip.Quote;

/// The lines of a block, each of the form `key: value`. A line that begins with a space goes on
/// with the value of the line before.
final class KeyLines {

  private static final int MOST_LINES = 100;
  private static final int LONGEST_VALUE = 2_000;

  private record Entry(String key, String value, int line) {}

  private final List<Entry> entries;
  private final String kind;
  private final int line;

  private KeyLines(List<Entry> entries, String kind, int line) {
    this.entries = entries;
    this.kind = kind;
    this.line = line;
  }

  /// @param kind of the block
  /// @param line of the file in which the block begins; its lines come after that
  static KeyLines read(String text, String kind, int line) throws LessonException {
    List<Entry> entries = new ArrayList<>();
    int at = line;
    for (String each : text.lines().toList()) {
      at++;
      if (each.isBlank()) {
        continue;
      }
      if (each.startsWith(" ") && !entries.isEmpty()) {
        Entry last = entries.removeLast();
        entries.add(new Entry(last.key(), last.value() + " " + each.strip(), last.line()));
      } else {
        entries.add(entry(each, kind, at));
      }
      if (entries.size() > MOST_LINES || entries.getLast().value().length() > LONGEST_VALUE) {
        throw new LessonException(
            at,
            "a block has at most %s lines of at most %s characters"
                .formatted(MOST_LINES, LONGEST_VALUE));
      }
    }
    return new KeyLines(entries, kind, line);
  }

  private static Entry entry(String text, String kind, int line) throws LessonException {
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw new LessonException(
          line,
          "a line of \"%s\" is written as key: value, not %s".formatted(kind, Quote.of(text)));
    }
    String value = text.substring(colon + 1).strip();
    if (value.isEmpty()) {
      throw new LessonException(line, Quote.of(text.substring(0, colon)) + " has no value");
    }
    return new Entry(text.substring(0, colon).strip(), value, line);
  }

  /// Refuses all other keys, and repeated ones.
  ///
  /// @param repeated the key that may be given several times; empty if none may
  void requireOnly(Set<String> known, String repeated) throws LessonException {
    Set<String> seen = new TreeSet<>();
    for (Entry entry : entries) {
      if (!known.contains(entry.key())) {
        throw new LessonException(
            entry.line(),
            "there is no %s in \"%s\"; there are %s"
                .formatted(Quote.of(entry.key()), kind, String.join(", ", new TreeSet<>(known))));
      }
      if (!seen.add(entry.key()) && !entry.key().equals(repeated)) {
        throw new LessonException(entry.line(), Quote.of(entry.key()) + " is given twice");
      }
    }
  }

  boolean has(String key) {
    return entries.stream().anyMatch(it -> it.key().equals(key));
  }

  /// The value of a key that has to be there.
  String text(String key) throws LessonException {
    Optional<Entry> found = entries.stream().filter(it -> it.key().equals(key)).findFirst();
    if (found.isEmpty()) {
      throw new LessonException(line, "\"%s\" needs a line \"%s: …\"".formatted(kind, key));
    }
    return found.get().value();
  }

  String text(String key, String otherwise) throws LessonException {
    return has(key) ? text(key) : otherwise;
  }

  /// The values of a key that may be given several times.
  List<String> texts(String key) {
    return entries.stream().filter(it -> it.key().equals(key)).map(Entry::value).toList();
  }

  /// The parts of a value between commas; none if there is no such key.
  List<String> list(String key) throws LessonException {
    return has(key) ? List.of(text(key).split("\\s*,\\s*", -1)) : List.of();
  }

  /// Reads a value by a function whose IllegalArgumentException says what is wrong with it.
  <T> T value(String key, Function<String, T> reading) throws LessonException {
    return parsed(text(key), key, reading);
  }

  <T> T value(String key, T otherwise, Function<String, T> reading) throws LessonException {
    return has(key) ? value(key, reading) : otherwise;
  }

  /// Reads one of several values of a key, or a part of one.
  <T> T parsed(String text, String key, Function<String, T> reading) throws LessonException {
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException e) {
      throw wrong(key, text, String.valueOf(e.getMessage()), e);
    }
  }

  int whole(String key, int least, int most) throws LessonException {
    return value(key, text -> inRange(text, least, most));
  }

  int whole(String key, int otherwise, int least, int most) throws LessonException {
    return has(key) ? whole(key, least, most) : otherwise;
  }

  private static int inRange(String text, int least, int most) {
    double value = number(text);
    if (!(value >= least && value <= most && value == Math.rint(value))) {
      throw new IllegalArgumentException(
          "a whole number from %s to %s is wanted, not %s".formatted(least, most, Quote.of(text)));
    }
    return (int) value;
  }

  /// A share that is written in per cent, as in `30 %`.
  ///
  /// @param text as written
  static double percent(String text) {
    String digits = text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : "";
    double value = number(digits);
    if (!(value >= 0 && value <= 100)) {
      throw new IllegalArgumentException("a share such as 30 % is wanted, not " + Quote.of(text));
    }
    return value / 100;
  }

  /// A number; commas may group its digits. NaN if it is none.
  static double number(String text) {
    String digits = text.replace(",", "");
    return digits.matches("-?[0-9]{1,12}(\\.[0-9]{1,12})?")
        ? Double.parseDouble(digits)
        : Double.NaN;
  }

  /// Something is wrong with the block as a whole.
  LessonException wrong(IllegalArgumentException cause) {
    return new LessonException(line, String.valueOf(cause.getMessage()), cause);
  }

  private LessonException wrong(
      String key, String text, String words, IllegalArgumentException cause) {
    int at =
        entries.stream()
            .filter(it -> it.key().equals(key) && it.value().contains(text))
            .findFirst()
            .map(Entry::line)
            .orElse(line);
    return new LessonException(at, words, cause);
  }

  /// The line of the block.
  int line() {
    return line;
  }
}
