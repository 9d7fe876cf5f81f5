package p2pgossip.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import p2pgossip.export.Progress;
import p2pgossip.lesson.LessonProgress;
import p2pgossip.lesson.Theory;

class PackWriterTest {

  @TempDir Path folder;

  private final LessonProgress played = Samples.ring(200, Samples.NOON);

  private Path file() {
    return folder.resolve("ana.zip");
  }

  private List<String> write(HandIn.Attachment... attachments) throws IOException {
    return PackWriter.write(
        file(),
        new HandIn(" Ana ", played, new Theory(), List.of(attachments)),
        "p2pgossip 9",
        Samples.NOON,
        Progress.UNHEARD);
  }

  private TreeMap<String, String> entries() throws IOException {
    TreeMap<String, String> entries = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file().toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        entries.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
      }
    }
    return entries;
  }

  @Test
  void aPackHoldsTheLessonTheAnswersAndTheRuns() throws IOException {
    List<String> leftOut =
        write(
            new HandIn.Attachment("comparisons/1.svg", out -> out.write("<svg/>".getBytes(UTF_8))));

    TreeMap<String, String> entries = entries();
    assertThat(leftOut).isEmpty();
    assertThat(entries)
        .containsOnlyKeys(
            "answers.json",
            "comparisons/1.svg",
            "figures.csv",
            "lesson.md",
            "runs/ring/curve.csv",
            "runs/ring/figures.csv",
            "runs/ring/settings.csv")
        .containsEntry("lesson.md", Files.readString(Path.of("assets/lessons/06-distance.md")))
        .containsEntry("comparisons/1.svg", "<svg/>");
    assertThat(entries.get("answers.json"))
        .contains(
            "\"student\": \"Ana\"",
            "\"program\": \"p2pgossip 9\"",
            "\"said\": \"200\"",
            "\"truth\": \"128\"",
            "\"error\": 72.0",
            "\"at\": \"2026-11-22T12:01:00Z\"");
    assertThat(entries.get("runs/ring/settings.csv").lines())
        .contains("setting,value", "peers,256", "topology,ring", "strategy,flood", "seed,1");
    assertThat(entries.get("figures.csv").lines())
        .contains(
            "run,words,rumor,measure,value,unit,meaning",
            "ring,Ring,1,last,128.0,rounds,Until the last hears it");
    assertThat(entries.get("runs/ring/curve.csv").lines())
        .containsExactly("rumor,rounds,share", "1,0.0,0.00390625", "1,128.0,1.0");
  }

  /// The pack is whole without it, and says so.
  @Test
  void anAttachmentThatCannotBeMadeIsLeftOut() throws IOException {
    List<String> leftOut =
        write(
            new HandIn.Attachment(
                "network.gossip",
                _ -> {
                  throw new IOException("there are too many observations");
                }),
            new HandIn.Attachment(
                "huge.bin",
                out -> {
                  byte[] some = new byte[1 << 20];
                  for (int i = 0; i < 49; i++) {
                    out.write(some);
                  }
                }));

    assertThat(leftOut)
        .containsExactly(
            "network.gossip was left out: there are too many observations.",
            "huge.bin was left out: it has more than 50,331,648 bytes.");
    assertThat(entries()).containsKey("answers.json").doesNotContainKey("huge.bin");
  }

  @Test
  void aPackThatIsCalledOffLeavesTheOldFile() throws IOException {
    Files.writeString(file(), "old");

    assertThatThrownBy(
            () ->
                PackWriter.write(
                    file(),
                    new HandIn("Ana", played, new Theory(), List.of()),
                    "p2pgossip 9",
                    Samples.NOON,
                    share -> {
                      throw new CancellationException("called off");
                    }))
        .isInstanceOf(CancellationException.class);
    assertThat(file()).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("ana.zip");
  }

  @Test
  void aNameIsWanted() {
    assertThatThrownBy(() -> HandIn.requireName("  "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A name is wanted, so that the teacher knows whose it is.");
    assertThatThrownBy(() -> HandIn.requireName("a".repeat(61)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A name has at most 60 characters.");
    assertThat(HandIn.requireName(" Ana and Bo ")).isEqualTo("Ana and Bo");
  }
}
