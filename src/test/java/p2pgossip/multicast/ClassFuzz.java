package p2pgossip.multicast;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.util.List;
import p2pgossip.classroom.ClassAnnouncement;
import p2pgossip.classroom.ClassTarget;
import p2pgossip.classroom.ClassWish;

/// What is heard of classes by multicast, and what a user types or pastes to join one.
public final class ClassFuzz {

  private static final InetAddress FROM = InetAddress.ofLiteral("10.0.0.7");

  private ClassFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    if (ServiceMessages.read(FROM, input)
        instanceof ServiceMessages.Said.Announced(List<ServiceMessages.Heard> classes)) {
      for (ServiceMessages.Heard heard : classes) {
        ClassAnnouncement announced = heard.announced();
        require(announced.address().ip().equals(FROM));
        require(
            ServiceMessages.read(FROM, ServiceMessages.announcement(announced, heard.lasting()))
                .equals(new ServiceMessages.Said.Announced(List.of(heard))));
        require(ClassTarget.parse(announced.uri()).equals(announced.target()));
      }
    }
    try {
      ClassWish wish = ClassWish.parse(new String(input, UTF_8));
      require(!wish.toString().isEmpty());
    } catch (IllegalArgumentException e) {
      String words = String.valueOf(e.getMessage());
      require(!words.isBlank() && words.lines().count() == 1);
    }
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new AssertionError("what was read is not what is written");
    }
  }
}
