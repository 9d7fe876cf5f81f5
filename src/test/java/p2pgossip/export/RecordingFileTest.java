package p2pgossip.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.network.Observation;
import p2pgossip.network.Recorded;
import p2pgossip.testing.Recorder;
import p2pgossip.testing.Words;
import p2pgossip.wire.RecordingHeader;

class RecordingFileTest {

  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final RecordingLimits SMALL = new RecordingLimits(100_000, 1_000, 4_000);
  private static final String HEADER =
      "{\"format\":\"p2pgossip-recording\",\"version\":1,\"program\":\"1.0.0\","
          + "\"saved\":\"2026-11-22T09:00:00Z\",\"opening\":0,\"observations\":%d}\n";
  private static final String LOST_SIGHT =
      "{\"type\":\"lost-sight\",\"at\":\"2026-11-22T08:00:00Z\","
          + "\"observer\":\"127.0.0.1:8081\",\"reason\":\"gone\"}\n";

  @TempDir private Path folder;

  private static byte[] saved(Recorded recorded) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RecordingFile.write(out, recorded, SampleSession.ANN, "1.0.0", NOW, SMALL, Progress.UNHEARD);
    return out.toByteArray();
  }

  private static RecordingFile.Opened opened(byte[] file) throws IOException {
    return RecordingFile.read(new ByteArrayInputStream(file), SMALL, Progress.UNHEARD);
  }

  private static byte[] packed(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(out)) {
      zip.write(content);
    }
    return out.toByteArray();
  }

  private static String reasonFor(String lines) throws IOException {
    try {
      return "opened: " + opened(lines.getBytes(UTF_8));
    } catch (DamagedRecording e) {
      return e.getMessage();
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void aSessionIsOpenedAsItWasSaved() throws IOException {
    Path file = folder.resolve("lesson.gossip");
    Recorded session = SampleSession.random(20, 500, 7);
    Recorded recorded =
        new Recorded(
            session.observations().subList(0, 30),
            session.observations().subList(30, session.observations().size()));

    RecordingFile.write(file, recorded, SampleSession.ANN, "1.0.0", NOW, Progress.UNHEARD);

    assertThat(RecordingFile.read(file, Progress.UNHEARD))
        .isEqualTo(
            new RecordingFile.Opened(
                new RecordingHeader(
                    "1.0.0", NOW, SampleSession.ANN, 30, recorded.observations().size()),
                recorded,
                0));
    assertThat(files()).containsExactly(file);
  }

  @Test
  void theFileIsLinesOfJsonPackedWithGzip() throws IOException {
    byte[] unpacked =
        new GZIPInputStream(new ByteArrayInputStream(saved(SampleSession.ofThree())))
            .readAllBytes();

    assertThat(new String(unpacked, UTF_8).lines().toList())
        .hasSize(17)
        .startsWith(
            "{\"format\":\"p2pgossip-recording\",\"version\":1,\"program\":\"1.0.0\","
                + "\"saved\":\"2026-11-22T09:00:00Z\",\"self\":\"127.0.0.1:8081\","
                + "\"opening\":0,\"observations\":16}")
        .allMatch(line -> line.startsWith("{\"") && line.endsWith("}"));
  }

  @Test
  void anUncompressedFileIsRead() throws IOException {
    Recorded recorded = SampleSession.ofThree();
    byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(saved(recorded))).readAllBytes();

    assertThat(opened(unpacked).recorded()).isEqualTo(recorded);
  }

  @Test
  void equalPartsAreReadAsOne() throws IOException {
    List<Observation> read =
        opened(saved(SampleSession.random(5, 50, 3))).recorded().observations();

    List<Object> texts = new ArrayList<>();
    for (Observation observation : read) {
      if (observation
          instanceof
          Observation.Happened(var _, var _, GossipEvent.CopySent(var _, var _, var copy, var _))) {
        texts.add(copy.rumor());
      }
    }
    assertThat(texts).hasSizeGreaterThan(5).allMatch(rumor -> rumor == texts.getFirst());
  }

  @Test
  void observationsOfANewerProgramAreSkippedAndCounted() throws IOException {
    String lines = HEADER.formatted(2) + "{\"type\":\"eclipse\",\"of\":7}\n" + LOST_SIGHT;

    RecordingFile.Opened opened = opened(lines.getBytes(UTF_8));

    assertThat(opened.unknown()).isEqualTo(1);
    assertThat(opened.recorded().observations()).hasSize(1);
  }

  @Test
  void aNewerVersionIsRefusedInWords() throws IOException {
    assertThat(reasonFor(HEADER.formatted(0).replace("\"version\":1", "\"version\":2")))
        .matches(
            Words.of("line 1: the header of a recording was expected: … newer … version 2, …"));
  }

  @Test
  void anythingButARecordingIsRefusedInWords() throws IOException {
    assertThat(reasonFor(""))
        .isEqualTo("line 1: the header of a recording was expected, but the file is empty");
    assertThat(reasonFor("Dear diary,\n"))
        .startsWith("line 1: the header of a recording was expected: not JSON: ");
    assertThat(reasonFor("{\"nodes\":[]}"))
        .matches(
            Words.of("line 1: the header of a recording was expected: \"format\" is missing…"));
    assertThat(reasonFor("{\"format\":\"other\"}"))
        .matches(
            Words.of("line 1: the header of a recording was expected: \"format\" … \"other\""));
  }

  @Test
  void aDamagedLineIsNamedWithWhatWasExpected() throws IOException {
    String damaged = LOST_SIGHT.replace("2026-11-22T08:00:00Z", "yesterday");

    assertThat(reasonFor(HEADER.formatted(3) + LOST_SIGHT + damaged + LOST_SIGHT))
        .matches(Words.of("line 3: an observation was expected: \"at\" … time … \"yesterday\""));
    assertThat(reasonFor(HEADER.formatted(2) + LOST_SIGHT + "\n"))
        .startsWith("line 3: an observation was expected: ");
  }

  @Test
  void tooFewAndTooManyLinesAreNoticed() throws IOException {
    assertThat(reasonFor(HEADER.formatted(2) + LOST_SIGHT))
        .isEqualTo(
            "line 3: another observation was expected: the header promises 2, and the file ends"
                + " after 1");
    assertThat(reasonFor(HEADER.formatted(1) + LOST_SIGHT + LOST_SIGHT))
        .isEqualTo("line 3: the end was expected: the header promises no more than 1");
  }

  @Test
  void tooManyLinesAreRefusedBeforeTheyAreRead() throws IOException {
    assertThat(reasonFor(HEADER.formatted(1_001)))
        .matches(
            Words.of(
                "line 1: the header of a recording was expected: "
                    + "\"observations\" … from 0 to 1000, not 1001"));
  }

  @Test
  void aFileThatExpandsToAnEndlessLineIsGivenUp() throws IOException {
    byte[] bomb = packed((HEADER.formatted(1) + "0".repeat(20_000_000)).getBytes(UTF_8));

    assertThat(bomb.length).isLessThan(30_000);
    assertThatThrownBy(() -> opened(bomb))
        .isInstanceOf(DamagedRecording.class)
        .hasMessage("line 2: it must have at most 4,000 bytes, and has more");
  }

  @Test
  void aFileThatExpandsTooMuchIsGivenUp() throws IOException {
    byte[] bomb =
        packed(
            (HEADER.formatted(1_000) + LOST_SIGHT.replace("gone", "x".repeat(100)).repeat(1_000))
                .getBytes(UTF_8));

    assertThatThrownBy(() -> opened(bomb))
        .isInstanceOf(DamagedRecording.class)
        .hasMessageContaining("up to here it has more than 100,000 bytes once decompressed");
  }

  @Test
  void aFileThatBreaksOffIsRefused() throws IOException {
    byte[] file = saved(SampleSession.ofThree());
    for (int length = 0; length < file.length; length++) {
      byte[] begun = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> opened(begun)).isInstanceOf(DamagedRecording.class);
    }
  }

  @Test
  void aFlippedBitIsNoticedOrDoesNotMatter() throws IOException {
    Recorded recorded = SampleSession.ofThree();
    byte[] file = saved(recorded);
    int noticed = 0;
    for (int bit = 0; bit < file.length * 8; bit++) {
      byte[] damaged = file.clone();
      damaged[bit / 8] ^= (byte) (1 << (bit % 8));
      try {
        assertThat(opened(damaged).recorded()).isEqualTo(recorded);
      } catch (DamagedRecording e) {
        noticed++;
      }
    }
    // All but those in gzip's header that give the time and system of its creation.
    assertThat(noticed).isGreaterThan(file.length * 8 - 100);
  }

  @Test
  void aSessionTooLargeToBeReadAgainIsNotSaved() {
    Recorded tooLong = SampleSession.random(5, 1_000, 1);

    assertThatThrownBy(() -> saved(tooLong))
        .isInstanceOf(IOException.class)
        .hasMessageMatching("there are 1,\\d{3} observations, and a recording holds at most 1,000");
  }

  @Test
  void aCancelledSaveLeavesTheOldFile() throws IOException {
    Path file = folder.resolve("lesson.gossip");
    Files.writeString(file, "the old one");
    Progress calledOff =
        share -> {
          throw new CancellationException();
        };

    assertThatThrownBy(
            () -> RecordingFile.write(file, SampleSession.ofThree(), null, "1.0.0", NOW, calledOff))
        .isInstanceOf(CancellationException.class);

    assertThat(file).hasContent("the old one");
    assertThat(files()).containsExactly(file);
  }

  @Test
  void progressGoesFromNothingToAll() throws IOException {
    Recorder<Double> shares = new Recorder<>();
    Path file = folder.resolve("lesson.gossip");

    RecordingFile.write(
        file, SampleSession.random(10, 1_000, 2), null, "1.0.0", NOW, shares::accept);

    assertThat(shares.all()).isSorted().hasSizeBetween(100, 400).allMatch(it -> it > 0 && it <= 1);
    assertThat(shares.last()).isGreaterThan(0.99);
  }
}
