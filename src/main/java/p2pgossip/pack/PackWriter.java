package p2pgossip.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import p2pgossip.export.Progress;
import p2pgossip.file.WholeFile;
import p2pgossip.lesson.Block;
import p2pgossip.lesson.Lesson;
import p2pgossip.lesson.LessonProgress;
import p2pgossip.lesson.Plan;
import p2pgossip.lesson.RunResult;
import p2pgossip.wire.PackedAnswersJson;
import p2pgossip.wire.ScenarioJson;

/// Writes lab packs. It may ask theory and waits for the disk, so it is not for the FX thread.
public final class PackWriter {

  /// Without the dot.
  public static final String EXTENSION = "zip";

  static final String ANSWERS = "answers.json";
  static final String LESSON = "lesson.md";
  static final String FIGURES = "figures.csv";
  private static final String RUNS = "runs/";

  private final List<Entry> entries = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private long size;

  private record Entry(String name, byte[] bytes) {}

  private PackWriter() {}

  /// Writes a pack, whole or not at all.
  ///
  /// @param program the name and version of this program
  /// @return a sentence for each attachment that was left out; mostly none
  /// @throws IOException when it can't be written, in words; an old file stays as it was
  /// @throws java.util.concurrent.CancellationException as the progress demands
  public static List<String> write(
      Path file, HandIn work, String program, Instant now, Progress progress) throws IOException {
    PackWriter writer = new PackWriter();
    writer.gather(work, program, now, progress);
    WholeFile.save(file, out -> writer.writeTo(out, now, progress));
    return List.copyOf(writer.leftOut);
  }

  /// The folder of a run in the pack.
  public static String folder(String run) {
    return RUNS + run + "/";
  }

  private void gather(HandIn work, String program, Instant now, Progress progress)
      throws IOException {
    LessonProgress played = work.progress();
    Lesson lesson = played.lesson();
    add(ANSWERS, PackedAnswersJson.write(Answers.of(work, program, now)));
    add(LESSON, lesson.file());
    add(FIGURES, RunTables.figures(played));
    for (Block.Run run : lesson.blocks(Block.Run.class).toList()) {
      Optional<RunResult> result = played.result(run.name());
      if (result.isPresent()) {
        addRun(run, result.get());
      }
    }
    int attached = 0;
    for (HandIn.Attachment attachment : work.attachments()) {
      attached++;
      progress.at((double) attached / (2 * work.attachments().size()));
      attach(attachment);
    }
  }

  private void addRun(Block.Run run, RunResult result) throws IOException {
    String folder = folder(run.name());
    add(folder + "settings.csv", RunTables.settings(run.plan()));
    if (run.plan() instanceof Plan.Staged staged) {
      add(folder + "scenario.json", ScenarioJson.write(staged.scenario()));
    }
    add(folder + FIGURES, RunTables.figures(run, result));
    add(folder + "curve.csv", RunTables.curve(run, result));
  }

  private void add(String name, byte[] bytes) throws IOException {
    size += bytes.length;
    if (entries.size() == PackLimits.MOST_ENTRIES || size > PackLimits.LARGEST_CONTENT) {
      throw new IOException("the lesson has too many runs for a lab pack");
    }
    entries.add(new Entry(name, bytes));
  }

  private void attach(HandIn.Attachment attachment) {
    try {
      Bounded bounded = new Bounded(PackLimits.LARGEST_ATTACHMENT);
      attachment.content().writeTo(bounded);
      if (size + bounded.size() > PackLimits.LARGEST_FILE - PackLimits.LARGEST_FILE / 8) {
        throw new IOException("the pack would be too large");
      }
      add(attachment.name(), bounded.toByteArray());
    } catch (IOException e) {
      leftOut.add("%s was left out: %s.".formatted(attachment.name(), e.getMessage()));
    }
  }

  /// Entries have the time at which the pack was saved, in UTC.
  private void writeTo(OutputStream out, Instant now, Progress progress) throws IOException {
    LocalDateTime time = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    int written = 0;
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Entry entry : entries) {
        ZipEntry head = new ZipEntry(entry.name());
        head.setTimeLocal(time);
        zip.putNextEntry(head);
        zip.write(entry.bytes());
        zip.closeEntry();
        written++;
        progress.at((1 + (double) written / entries.size()) / 2);
      }
    }
  }

  /// Bytes in memory, up to a bound.
  private static final class Bounded extends OutputStream {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int most;

    private Bounded(int most) {
      super();
      this.most = most;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] some, int offset, int length) throws IOException {
      if (bytes.size() > most - length) {
        throw new IOException(String.format(Locale.UK, "it has more than %,d bytes", most));
      }
      bytes.write(some, offset, length);
    }

    int size() {
      return bytes.size();
    }

    byte[] toByteArray() {
      return bytes.toByteArray();
    }
  }
}
