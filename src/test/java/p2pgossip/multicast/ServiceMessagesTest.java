package p2pgossip.multicast;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.classroom.ClassAnnouncement;
import p2pgossip.classroom.ClassName;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.multicast.ServiceMessages.Heard;
import p2pgossip.multicast.ServiceMessages.Said;

/// What is said about classes, byte by byte, and what others may say.
class ServiceMessagesTest {

  private static final PeerAddress ADDRESS = PeerAddress.parse("192.168.1.20:8080");
  private static final InetAddress STUDENT = InetAddress.ofLiteral("192.168.1.66");
  private static final Fingerprint KEY =
      new Fingerprint("SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU");

  private static ClassAnnouncement announced(String name) {
    return new ClassAnnouncement(new ClassName(name), ADDRESS, KEY, true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Year 9", "back\\slash \\065", "Größe \"1\"; x=y", "\uD83D\uDC1D 日本語"})
  void anAnnouncementIsReadAsItWasWritten(String name) {
    byte[] message = ServiceMessages.announcement(announced(name), Duration.ofMinutes(2));
    assertThat(ServiceMessages.read(ADDRESS.ip(), message))
        .isEqualTo(new Said.Announced(List.of(new Heard(announced(name), Duration.ofMinutes(2)))));
    assertThat(message).hasSizeLessThan(600);
  }

  @Test
  void aGoodbyeLastsNoTime() {
    assertThat(
            ServiceMessages.read(
                ADDRESS.ip(), ServiceMessages.announcement(announced("a"), Duration.ZERO)))
        .isEqualTo(new Said.Announced(List.of(new Heard(announced("a"), Duration.ZERO))));
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /// The head of a message: its flags, and how many questions, answers and further records it has.
  private static String head(String flags, int questions, int answers, int more) {
    return "\0\0%s\0%c\0%c\0\0\0%c".formatted(flags, (char) questions, (char) answers, (char) more);
  }

  @Test
  void theQuestionIsThatOfDnsSd() {
    assertThat(ServiceMessages.question())
        .isEqualTo(
            latin(head("\0\0", 1, 0, 0) + "\12_p2pgossip\4_tcp\5local\0" + "\0\14" + "\0\1"));
  }

  @Test
  void theRecordsAreThoseOfDnsSd() {
    String service = "\12_p2pgossip\4_tcp\5local\0";
    String instance = "\23werc-8gmr-zge1-8080" + service;
    String host = "\35p2pgossip-werc-8gmr-zge1-8080\5local\0";
    String text =
        "\11txtvers=1"
            + "\14class=Year 9"
            + "\76fingerprint=SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU"
            + "\17password=needed";
    String time = "\0\0\0\170";
    assertThat(ServiceMessages.announcement(announced("Year 9"), Duration.ofMinutes(2)))
        .isEqualTo(
            latin(
                head("\204\0", 0, 1, 3)
                    + (service + "\0\14" + "\0\1" + time + "\0" + (char) instance.length())
                    + instance
                    + (instance + "\0\41" + "\200\1" + time)
                    + ("\0" + (char) (6 + host.length()) + "\0\0" + "\0\0" + "\37\220" + host)
                    + (instance + "\0\20" + "\200\1" + time + "\0" + (char) text.length())
                    + text
                    + (host + "\0\1" + "\200\1" + time + "\0\4" + "\300\250\1\24")));
  }

  @Test
  void theAddressIsThatOfTheMachineThatAnnounces() {
    byte[] message = ServiceMessages.announcement(announced("a"), Duration.ofMinutes(2));
    assertThat(ServiceMessages.read(STUDENT, message))
        .isInstanceOfSatisfying(
            Said.Announced.class,
            said ->
                assertThat(said.classes().getFirst().announced().address())
                    .isEqualTo(new PeerAddress(STUDENT, 8080)));
  }

  @Test
  void aQuestionIsRecognizedAlsoFromOthers() {
    assertThat(ServiceMessages.read(STUDENT, ServiceMessages.question()))
        .isEqualTo(new Said.Question());
    for (String type : List.of("\0\14", "\0\377", "\0\1")) {
      for (String dclass : List.of("\0\1", "\200\1", "\0\377", "\0\3")) {
        byte[] message =
            latin(head("\0\0", 1, 0, 0) + "\12_P2PGossip\4_TCP\5Local\0" + type + dclass);
        boolean other = type.equals("\0\1") || dclass.equals("\0\3");
        assertThat(ServiceMessages.read(STUDENT, message))
            .as("type %s, class %s", (int) type.charAt(1), (int) dclass.charAt(1))
            .isEqualTo(other ? new Said.Nothing() : new Said.Question());
      }
    }
  }

  @Test
  void compressedNamesAreReadAndCirclesAreNot() {
    // The second question is for a name of which all but the first label stands in the first.
    String compressed =
        head("\0\0", 2, 0, 0)
            + ("\1x\4_tcp\5local\0" + "\0\14\0\1")
            + ("\12_p2pgossip\300\16" + "\0\14\0\1");
    assertThat(ServiceMessages.read(STUDENT, latin(compressed))).isEqualTo(new Said.Question());
    for (String name : List.of("\300\14", "\1x\300\14", "\300\20", "\300\377", "\300")) {
      assertThat(ServiceMessages.read(STUDENT, latin(head("\0\0", 1, 0, 0) + name + "\0\14\0\1")))
          .isEqualTo(new Said.Nothing());
    }
  }

  @Test
  void aMessageThatHoldsTooMuchIsNotRead() {
    String pointer = "\12_p2pgossip\4_tcp\5local\0" + "\0\14\0\1\0\0\0\170\0\3\1x\0";
    String many = "\0\0\204\0\0\0\0\310\0\0\0\0" + pointer.repeat(200);
    assertThat(ServiceMessages.read(STUDENT, latin(many))).isEqualTo(new Said.Nothing());
    // As many as say in the head that there are, without being there.
    assertThat(ServiceMessages.read(STUDENT, latin("\0\0\204\0" + "\377".repeat(8))))
        .isEqualTo(new Said.Nothing());
  }

  @Test
  void rubbishSaysNothing() {
    SplittableRandom random = new SplittableRandom(1);
    byte[] good = ServiceMessages.announcement(announced("Year 9"), Duration.ofMinutes(2));
    for (int i = 0; i < 20_000; i++) {
      byte[] bad = good.clone();
      for (int changes = random.nextInt(1, 6); changes > 0; changes--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      // It must not throw, and whatever it reads is at the sender's own address.
      if (ServiceMessages.read(STUDENT, bad) instanceof Said.Announced(List<Heard> classes)) {
        assertThat(classes).allMatch(heard -> heard.announced().address().ip().equals(STUDENT));
      }
    }
    assertThat(ServiceMessages.read(STUDENT, new byte[0])).isEqualTo(new Said.Nothing());
    assertThat(ServiceMessages.read(STUDENT, new byte[ServiceMessages.LONGEST]))
        .isEqualTo(new Said.Nothing());
  }
}
