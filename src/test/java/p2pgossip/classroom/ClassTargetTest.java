package p2pgossip.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.PeerAddress;

/// What a student scans, pastes or types to join a class.
class ClassTargetTest {

  private static final PeerAddress ADDRESS = PeerAddress.parse("192.168.1.20:8080");
  private static final Fingerprint KEY =
      new Fingerprint("SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU");
  private static final String URI =
      "p2pgossip://192.168.1.20:8080/?class=Year%209&fingerprint=SHA256:47DEQpj8HBSa%2B/TImW%2B5JCeuQeRkm5NMpJWZG3hSuFU";

  private static ClassAnnouncement announced(String name, boolean locked) {
    return new ClassAnnouncement(new ClassName(name), ADDRESS, KEY, locked);
  }

  @Test
  void anAnnouncementIsWrittenAsAUriWithoutItsPassword() {
    assertThat(announced("Year 9", false).uri()).isEqualTo(URI);
    assertThat(announced("Year 9", true).uri()).isEqualTo(URI + "&password=needed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Year 9", "Größe & Maß = 100 %?#", "9b/2+1", "日本語", "a\\b\"c"})
  void aUriIsReadAsItWasWritten(String name) {
    for (boolean locked : new boolean[] {false, true}) {
      ClassAnnouncement announced = announced(name, locked);
      assertThat(ClassTarget.parse(" " + announced.uri() + "\n")).isEqualTo(announced.target());
      assertThat(announced.uri()).matches("[!-~]+");
    }
  }

  @Test
  void anIpv6AddressIsReadAsWell() {
    ClassAnnouncement announced =
        new ClassAnnouncement(
            new ClassName("x"), PeerAddress.parse("[2001:db8::1]:8080"), KEY, false);
    assertThat(ClassTarget.parse(announced.uri())).isEqualTo(announced.target());
    assertThat(ClassTarget.parse(announced.typed()).address()).isEqualTo(announced.address());
  }

  @Test
  void partsThatAreNotKnownYetAreIgnored() {
    assertThat(ClassTarget.parse(URI + "&room=12")).isEqualTo(announced("Year 9", false).target());
  }

  @ParameterizedTest
  @CsvSource({
    "p2pgossip://192.168.1.20:8080, copy all of it",
    "p2pgossip://192.168.1.20:8080/?class=a, fingerprint",
    "p2pgossip://192.168.1.20:8080/?fingerprint=SHA256:47DE, class",
    "p2pgossip://192.168.1.20:8080/?class=a&fingerprint=SHA256:47DE, 43 digits",
    "p2pgossip://192.168.1.20:8080/?class=a&class=b, twice",
    "p2pgossip://192.168.1.20:8080/?class=%f, hexadecimal",
    "p2pgossip://192.168.1.20:8080/?class=%ff, UTF-8",
    "p2pgossip://192.168.1.20:8080/?class=a%0ab&fingerprint=x, one line",
    "p2pgossip://192.168.1.20:8080/?class=a%e2%80%aeb&fingerprint=x, one line",
    "p2pgossip://school.example:8080/?class=a&fingerprint=x, school.example",
    "p2pgossip://192.168.1.20/?class=a&fingerprint=x, no port",
    "p2pgossip://0.0.0.0:8080/?class=a&fingerprint=x, every address",
    "192.168.1.20:8080, code",
    "192.168.1.20, port",
    "192.168.1.20:8080 K7Q2-M9XD, 12 letters and digits",
    "192.168.1.20:8080 K7Q2-M9XD-4PNU, 12 letters and digits",
    "'', on the teacher's screen",
  })
  void whatIsWrongIsSaid(String text, String words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClassTarget.parse(text))
        .withMessageContaining(words);
  }

  @Test
  void aTextWithoutEndIsRefusedBeforeItIsLookedAt() {
    for (String endless :
        new String[] {
          URI + "&x=" + "y".repeat(100_000), "1".repeat(100_000), URI + "&x=1".repeat(40)
        }) {
      assertThatIllegalArgumentException().isThrownBy(() -> ClassTarget.parse(endless));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.168.1.20:8080 WERC-8GMR-ZGE1",
        "192.168.1.20:8080/werc 8gmr zgei",
        "  192.168.1.20:8080   WERC8GMRZGE1",
      })
  void aTypedCodeIsReadHoweverItIsWritten(String text) {
    assertThat(ClassTarget.parse(text))
        .isEqualTo(
            new ClassTarget(
                ADDRESS,
                new TeacherKey.Typed(new KeyCode("WERC-8GMR-ZGE1")),
                "192.168.1.20:8080",
                false));
    assertThat(ClassTarget.parse(text).key().fits(KEY)).isTrue();
  }
}
