package p2pgossip.classroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.PeerAddress;

/// The TXT record of a class.
class ClassRecordsTest {

  private static final PeerAddress ADDRESS = PeerAddress.parse("192.168.1.20:8080");
  private static final Fingerprint KEY =
      new Fingerprint("SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU");

  private static List<byte[]> bytes(String... strings) {
    return List.of(strings).stream().map(string -> string.getBytes(UTF_8)).toList();
  }

  private static ClassAnnouncement read(List<byte[]> text) {
    return ClassRecords.read(ADDRESS.ip(), ADDRESS.port(), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Year 9", "a=b;c\\d", "ÄÖÜ 日本語", "\uD83D\uDC1D\uD83D\uDC1D"})
  void areReadAsTheyWereWritten(String name) {
    for (boolean locked : new boolean[] {false, true}) {
      ClassAnnouncement announced =
          new ClassAnnouncement(new ClassName(name), ADDRESS, KEY, locked);
      List<String> text = ClassRecords.text(announced);
      assertThat(text).allMatch(string -> string.getBytes(UTF_8).length <= 255);
      assertThat(read(bytes(text.toArray(String[]::new)))).isEqualTo(announced);
    }
  }

  @Test
  void theLongestNameFitsIntoOneString() {
    ClassName longest = new ClassName("\uD83D\uDC1D".repeat(40));
    assertThat(
            ClassRecords.text(new ClassAnnouncement(longest, ADDRESS, KEY, true)).stream()
                .mapToInt(string -> string.getBytes(UTF_8).length))
        .allMatch(length -> length <= 255);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "a\u202eb", "\uD800", "a\u200b"})
  void aNameThatCanNotBeShownIsNone(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ClassName(name));
  }

  @Test
  void aNameWithoutEndIsNone() {
    for (String name : List.of("x".repeat(41), "\uD83D\uDC1D".repeat(41), "x".repeat(1_000_000))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new ClassName(name))
          .withMessageContaining("40");
    }
  }

  @Test
  void rubbishIsRefused() {
    String key = "fingerprint=" + KEY;
    for (List<byte[]> text :
        List.of(
            List.<byte[]>of(),
            bytes("class=a", key),
            bytes("txtvers=2", "class=a", key),
            bytes("txtvers=1", key),
            bytes("txtvers=1", "class=a"),
            bytes("txtvers=1", "class=a", "fingerprint=x"),
            bytes("txtvers=1", "class=\u202e", key),
            List.of(new byte[] {'a', '=', (byte) 0xff}),
            List.of(new byte[300]),
            Collections.nCopies(1_000, new byte[1]))) {
      assertThatIllegalArgumentException().isThrownBy(() -> read(text));
    }
  }

  @Test
  void theFirstOfTwoCounts() {
    assertThat(read(bytes("txtvers=1", "class=a", "CLASS=b", "fingerprint=" + KEY)).name().text())
        .isEqualTo("a");
  }
}
