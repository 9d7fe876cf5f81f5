package p2pgossip.ui.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import p2pgossip.export.Progress;
import p2pgossip.export.RecordingFile;
import p2pgossip.export.ThisProgram;
import p2pgossip.file.FailureInWords;
import p2pgossip.file.UserFile;
import p2pgossip.file.WholeFile;
import p2pgossip.lesson.Block;
import p2pgossip.lesson.Lesson;
import p2pgossip.lesson.LessonNotes;
import p2pgossip.lesson.LessonProgress;
import p2pgossip.network.Recorded;
import p2pgossip.wire.LessonNoteJson;
import p2pgossip.wire.WireException;

/// Where it is kept how far the user has come in each lesson. It waits for the disk, so it is not
/// for the FX thread. Thread-safe.
final class LessonShelf {

  private static final Logger LOG = LoggerFactory.getLogger(LessonShelf.class);

  private static final String STUDENT = "student.txt";
  private static final int LONGEST_STUDENT = 1_000;

  private final Path folder;
  private final InstantSource clock;

  /// What has not been written yet, by the names of lessons.
  private final Map<String, LessonProgress> waiting = new ConcurrentHashMap<>();

  /// @param clock of the recordings
  LessonShelf(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /// Where the user was in a lesson; empty if it has not been begun. A note that can't be read is
  /// logged, and the lesson begins anew.
  synchronized Optional<LessonProgress> find(Lesson lesson) {
    keep();
    Path file = file(lesson);
    try {
      return Optional.of(
          LessonNotes.restored(
              lesson, LessonNoteJson.read(UserFile.read(file, LessonNoteJson.LARGEST))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.warn("Could not read {}; the lesson begins anew: {}", file, FailureInWords.of(e));
      LOG.debug("It could not be read", e);
    } catch (WireException e) {
      LOG.warn("{} is damaged; the lesson begins anew: {}", file, e.reason());
      LOG.debug("It is damaged", e);
    }
    return Optional.empty();
  }

  /// Takes note of where the user is, without waiting. It is written by [#keep].
  void note(LessonProgress progress) {
    waiting.put(progress.lesson().name(), progress);
  }

  /// Writes what has been noted. If that fails, it is logged, and nothing else suffers.
  synchronized void keep() {
    for (String name : List.copyOf(waiting.keySet())) {
      LessonProgress noted = waiting.remove(name);
      if (noted != null) {
        write(noted);
      }
    }
  }

  private void write(LessonProgress progress) {
    write(file(progress.lesson()), LessonNoteJson.write(LessonNotes.of(progress)));
  }

  private void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(folder);
      WholeFile.save(file, out -> out.write(bytes));
    } catch (IOException e) {
      LOG.warn("Could not write {}; it is not remembered: {}", file, FailureInWords.of(e));
      LOG.debug("It could not be written", e);
    }
  }

  /// The name that the student typed the last time; empty if there is none, or it can't be read.
  synchronized String student() {
    try {
      return new String(UserFile.read(folder.resolve(STUDENT), LONGEST_STUDENT), UTF_8).strip();
    } catch (IOException e) {
      LOG.debug("No name is remembered", e);
      return "";
    }
  }

  /// If it can't be written, that is logged, and the name is asked for again.
  synchronized void rememberStudent(String name) {
    write(folder.resolve(STUDENT), (name + "\n").getBytes(UTF_8));
  }

  /// Keeps what was seen of a run, in place of what was kept before. If that fails, it is logged.
  synchronized void keepRecording(Lesson lesson, Block.Run run, Recorded seen) {
    Path file = recording(lesson, run);
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(file);
      if (!seen.isEmpty()) {
        RecordingFile.write(
            file, seen, null, ThisProgram.nameAndVersion(), clock.instant(), Progress.UNHEARD);
      }
    } catch (IOException e) {
      LOG.warn("Could not write {}; the run is not recorded: {}", file, FailureInWords.of(e));
      LOG.debug("It could not be written", e);
    }
  }

  /// Where the recording of a run is kept; mostly there is none.
  Path recording(Lesson lesson, Block.Run run) {
    return folder.resolve("%s.%s.%s".formatted(lesson.name(), run.name(), RecordingFile.EXTENSION));
  }

  private Path file(Lesson lesson) {
    return folder.resolve(lesson.name() + ".json");
  }
}
