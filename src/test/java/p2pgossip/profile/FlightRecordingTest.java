package p2pgossip.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Step;

class FlightRecordingTest {

  private static final PeerAddress HERE = PeerAddress.parse("127.0.0.1:8080");
  private static final PeerAddress THERE = PeerAddress.parse("127.0.0.1:8081");

  @TempDir private Path folder;

  @Test
  void holdsNoEventWithAPasswordAndIsForItsOwnerAlone() throws IOException {
    Path file = folder.resolve("run.jfr");
    Files.createFile(file);
    try (FlightRecording _ = FlightRecording.begin(file)) {
      FrameDrain.begun().ended(12, 5);
      Path meanwhile = Path.of(System.getProperty("jdk.jfr.repository"));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(meanwhile)))
          .isEqualTo("rwx------");
    }
    assertThat(RecordingFile.readAllEvents(file))
        .extracting(event -> event.getEventType().getName())
        .contains("p2pgossip.FrameDrain", "jdk.CPUInformation")
        .doesNotContain(
            "jdk.InitialEnvironmentVariable",
            "jdk.InitialSystemProperty",
            "jdk.JVMInformation",
            "jdk.SystemProcess");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .doesNotContain(System.getenv("PATH"));
  }

  /// As the JVM leaves it on a full disk.
  @Test
  void aPartOfARecordingIsNotARecording() throws IOException {
    Path file = folder.resolve("run.jfr");
    assertThat(FlightRecording.isWhole(file)).isFalse();
    try (FlightRecording _ = FlightRecording.begin(file)) {
      FrameDrain.begun().ended(12, 5);
    }
    assertThat(FlightRecording.isWhole(file)).isTrue();
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 10, 4_096, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(FlightRecording.isWhole(file)).as("%s bytes", length).isFalse();
    }
    Files.writeString(file, "an old one, of more than sixteen bytes");
    assertThat(FlightRecording.isWhole(file)).isFalse();
  }

  @Test
  void holdsOurEventsWithAllThatTheySay() throws IOException {
    Path file = folder.resolve("run.jfr");
    Instant now = Instant.parse("2026-11-27T00:00:00Z");
    try (FlightRecording _ = FlightRecording.begin(file)) {
      MessageSent.begun().answered(HERE, THERE, RequestKind.MESSAGE);
      MessageSent.begun()
          .failed(
              HERE,
              THERE,
              RequestKind.HANDSHAKE,
              new Failure(Failure.Kind.NOT_A_PEER, "it is not"));
      Period.began(
          HERE, new GossipEvent.PeriodBegan(now, 7, "Hark", 3), Duration.ofNanos(1_234_567));
      EngineStep.begun()
          .ended(HERE, new Step(List.of(), List.of(new GossipEvent.Full(now, 3)), null));
      FrameDrain.begun().ended(12, 5);
    }

    List<RecordedEvent> events = ours(file);

    assertThat(events)
        .extracting(event -> event.getEventType().getName())
        .containsExactlyInAnyOrder(
            "p2pgossip.MessageSent",
            "p2pgossip.MessageSent",
            "p2pgossip.Period",
            "p2pgossip.EngineStep",
            "p2pgossip.FrameDrain");
    assertThat(events)
        .allSatisfy(
            event ->
                assertThat(event.getEventType().getCategoryNames()).containsExactly("p2pgossip"));
    assertThat(only(events, "MessageSent"))
        .extracting(
            event -> event.getString("from"),
            event -> event.getString("to"),
            event -> event.getString("kind"),
            event -> event.getString("outcome"))
        .containsExactlyInAnyOrder(
            tuple("127.0.0.1:8080", "127.0.0.1:8081", "message", "answered"),
            tuple("127.0.0.1:8080", "127.0.0.1:8081", "handshake", "not a peer"));
    assertThat(only(events, "Period"))
        .extracting(
            event -> event.getString("peer"),
            event -> event.getLong("number"),
            event -> event.getInt("neighbors"),
            event -> event.getDuration("lateness"))
        .containsExactly(tuple("127.0.0.1:8080", 7L, 3, Duration.ofNanos(1_234_567)));
    assertThat(only(events, "EngineStep"))
        .extracting(
            event -> event.getString("peer"),
            event -> event.getInt("events"),
            event -> event.getInt("requests"))
        .containsExactly(tuple("127.0.0.1:8080", 1, 0));
    assertThat(only(events, "FrameDrain"))
        .extracting(event -> event.getInt("events"), event -> event.getLong("dropped"))
        .containsExactly(tuple(12, 5L));
  }

  @Test
  void holdsWhatTheJvmDoesToo() throws IOException {
    Path file = folder.resolve("run.jfr");
    try (FlightRecording _ = FlightRecording.begin(file)) {
      assertThat(file).as("is there from the start").exists();
    }

    assertThat(RecordingFile.readAllEvents(file))
        .extracting(event -> event.getEventType().getName())
        .contains("jdk.CPUInformation");
  }

  @Test
  void writesOverAnEarlierRecording() throws IOException {
    Path file = Files.writeString(folder.resolve("run.jfr"), "an older one");
    try (FlightRecording _ = FlightRecording.begin(file)) {
      FrameDrain.begun().ended(1, 0);
    }

    assertThat(ours(file)).hasSize(1);
  }

  @Test
  void endsOnce() throws IOException {
    Path file = folder.resolve("run.jfr");
    FlightRecording recording = FlightRecording.begin(file);
    recording.close();
    byte[] written = Files.readAllBytes(file);

    recording.close();

    assertThat(file).hasBinaryContent(written);
  }

  @Test
  void isWrittenOnceEvenIfTheJvmHasEndedItBefore() throws IOException {
    Path file = folder.resolve("run.jfr");
    FlightRecording recording = FlightRecording.begin(file);
    FrameDrain.begun().ended(1, 0);
    FlightRecorder.getFlightRecorder().getRecordings().stream()
        .filter(running -> file.equals(running.getDestination()))
        .forEach(Recording::stop);
    byte[] written = Files.readAllBytes(file);

    recording.close();

    assertThat(file).hasBinaryContent(written);
    assertThat(ours(file)).hasSize(1);
  }

  @Test
  void aFolderIsRefused() {
    assertThatThrownBy(() -> FlightRecording.begin(folder))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "\"%s\" is a folder; name a file, such as %s"
                .formatted(folder, folder.resolve("p2pgossip.jfr")));
  }

  @Test
  void aFileNeedsAFolderThatIsThere() {
    Path nowhere = folder.resolve("nowhere");

    assertThatThrownBy(() -> FlightRecording.begin(nowhere.resolve("run.jfr")))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "\"%s\" can't be written, since there is no folder \"%s\"; make it, or name another"
                    .formatted(nowhere.resolve("run.jfr"), nowhere)
                + " file");
  }

  @Test
  void aFileThatMayNotBeWrittenIsRefused() {
    // Nobody may create a file there, not even root.
    Path file = Path.of("/proc/run.jfr");
    assumeTrue(Files.isDirectory(file.getParent()));

    assertThatThrownBy(() -> FlightRecording.begin(file))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "\"/proc/run.jfr\" can't be written; name a file in a folder that you may write to");
  }

  @Test
  void whatHappensWhileNothingIsRecordedIsNotKept() throws IOException {
    Path file = folder.resolve("run.jfr");
    FrameDrain.begun().ended(1, 0);
    FlightRecording.begin(file).close();
    FrameDrain.begun().ended(2, 0);

    assertThat(ours(file)).isEmpty();
  }

  private static List<RecordedEvent> ours(Path file) throws IOException {
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getEventType().getName().startsWith("p2pgossip."))
        .toList();
  }

  private static List<RecordedEvent> only(List<RecordedEvent> events, String name) {
    return events.stream()
        .filter(event -> event.getEventType().getName().equals("p2pgossip." + name))
        .toList();
  }
}
