package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.model.OpenedRecording;

class RecordingWordsTest {

  private static final PeerAddress SELF = PeerAddress.parse("192.0.2.7:8080");
  private static final Instant START = Instant.parse("2026-11-22T08:00:05Z");

  private static String brief(OpenedRecording recording) {
    return RecordingWords.brief(recording, ZoneOffset.UTC);
  }

  private static String full(OpenedRecording recording) {
    return RecordingWords.full(recording, ZoneOffset.UTC);
  }

  @Test
  void tellsWhoseItIsAndOfWhen() {
    OpenedRecording recording = new OpenedRecording(SELF, START, START.plusSeconds(70));

    assertThat(brief(recording)).isEqualTo("192.0.2.7:8080, 22 Nov 2026");
    assertThat(full(recording))
        .isEqualTo(
            "Recorded in the window of 192.0.2.7:8080, 22 November 2026, 08:00:05 to 08:01:15.");
  }

  @Test
  void tellsOfOneThatWentOnPastMidnightInNobodysWindow() {
    OpenedRecording recording = new OpenedRecording(null, START, START.plusSeconds(86_400));

    assertThat(brief(recording)).isEqualTo("22 Nov 2026");
    assertThat(full(recording))
        .isEqualTo("Recorded, 22 November 2026, 08:00:05 to 23 November 2026, 08:00:05.");
  }

  @Test
  void saysThatNothingWasSeen() {
    assertThat(brief(new OpenedRecording(SELF, null, null)))
        .isEqualTo("192.0.2.7:8080, nothing was seen");
    assertThat(full(new OpenedRecording(null, null, null)))
        .isEqualTo("Recorded; nothing was seen.");
  }
}
