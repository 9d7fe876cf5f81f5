package p2pgossip.classroom;

import java.util.regex.Pattern;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Quote;

/// A class that a student wants to join, and by which key its teacher is recognized.
///
/// @param address of the teacher's peer
/// @param name of the class, as its announcement or its URI gives it; the address if that is not
///     known
/// @param locked whether a password is needed; false also if that is not known
public record ClassTarget(PeerAddress address, TeacherKey key, String name, boolean locked) {

  /// The longest text that is read.
  static final int LONGEST = 1_000;

  private static final Pattern ADDRESS =
      Pattern.compile("(\\d+\\.\\d+\\.\\d+\\.\\d+|\\[[0-9A-Fa-f:.]+])([:/\\s]|$)");

  /// Whether a text begins as one that [#parse] reads, so that it is no class's name.
  static boolean isMeant(String typed) {
    return ClassUri.isUri(typed) || ADDRESS.matcher(typed).lookingAt();
  }

  /// Reads what a user types or pastes: the [URI][ClassUri] of a QR code, or the address and the
  /// code on the teacher's screen, separated by blanks or a `/`.
  ///
  /// @throws IllegalArgumentException when the text is neither, saying what is missing
  public static ClassTarget parse(String text) {
    String typed = text.strip();
    if (typed.length() > LONGEST) {
      throw new IllegalArgumentException(
          "the address of a class has %s characters at most".formatted(LONGEST));
    }
    if (ClassUri.isUri(typed)) {
      return ClassUri.read(typed).target();
    }
    String[] parts = typed.split("[\\s/]+", 2);
    if (parts[0].isEmpty()) {
      throw new IllegalArgumentException(
          "type the address and the code on the teacher's screen, as in 192.168.1.20:8080"
              + " K7Q2-M9XD-4PNA");
    }
    PeerAddress address = PeerAddress.parse(parts[0]);
    if (parts.length == 1 || parts[1].isBlank()) {
      throw new IllegalArgumentException(
          Quote.of(parts[0])
              + " has no code behind it; type the one on the teacher's screen, too, because anybody"
              + " could answer at an address");
    }
    return new ClassTarget(
        address, new TeacherKey.Typed(new KeyCode(parts[1])), address.toString(), false);
  }
}
