package p2pgossip.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;

class LineFormatTest {

  private static final Instant AT = Instant.parse("2026-11-22T08:15:30.042Z");
  private static final PeerAddress PEER = PeerAddress.parse("127.0.0.1:8081");

  private final LineFormat format = new LineFormat(ZoneOffset.UTC);

  @Test
  void putsTheTimeTheDirectionThePeerAndTheTextOnOneLine() {
    assertThat(format.format(new JournalLine(1, AT, LineKind.RECEIVED, PEER, "Bob met Alice.")))
        .isEqualTo("08:15:30.042  <-  127.0.0.1:8081  Bob met Alice.");
  }

  @Test
  void writesADashForALineAboutNoPeer() {
    assertThat(format.format(new JournalLine(1, AT, LineKind.NOTE, null, "This peer runs.")))
        .isEqualTo("08:15:30.042  **  -  This peer runs.");
  }

  @Test
  void putsARemarkBeforeTheText() {
    assertThat(
            format.format(
                new JournalLine(1, AT, LineKind.RECEIVED, PEER, "sender presumed", "Hello.")))
        .isEqualTo("08:15:30.042  <-  127.0.0.1:8081  sender presumed: Hello.");
  }

  @Test
  void tellsTheTimeOfItsZone() {
    LineFormat inKolkata = new LineFormat(ZoneId.of("Asia/Kolkata"));

    assertThat(inKolkata.time(new JournalLine(1, AT, LineKind.NOTE, null, "This peer runs.")))
        .isEqualTo("13:45:30.042");
  }

  @Test
  void putsTheNameBesideTheAddress() {
    JournalLine line =
        new JournalLine(1, AT, LineKind.RECEIVED, PEER, new PeerName("Ana"), "", "Hello.");

    assertThat(format.format(line)).isEqualTo("08:15:30.042  <-  127.0.0.1:8081 (Ana)  Hello.");
  }
}
