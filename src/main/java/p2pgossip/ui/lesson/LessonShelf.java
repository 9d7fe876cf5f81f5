package p2pgossip.ui.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import p2pgossip.file.FailureInWords;
import p2pgossip.file.UserFile;
import p2pgossip.file.WholeFile;
import p2pgossip.lesson.Lesson;
import p2pgossip.lesson.LessonNotes;
import p2pgossip.lesson.LessonProgress;
import p2pgossip.wire.LessonNoteJson;
import p2pgossip.wire.WireException;

/// Where it is kept how far the user has come in each lesson. It waits for the disk, so it is not
/// for the FX thread. Thread-safe.
final class LessonShelf {

  private static final Logger LOG = LoggerFactory.getLogger(LessonShelf.class);

  private final Path folder;

  /// What has not been written yet, by the names of lessons.
  private final Map<String, LessonProgress> waiting = new ConcurrentHashMap<>();

  LessonShelf(Path folder) {
    this.folder = folder;
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
    Path file = file(progress.lesson());
    byte[] json = LessonNoteJson.write(LessonNotes.of(progress));
    try {
      Files.createDirectories(folder);
      WholeFile.save(file, out -> out.write(json));
    } catch (IOException e) {
      LOG.warn("Could not write {}; the place is not remembered: {}", file, FailureInWords.of(e));
      LOG.debug("It could not be written", e);
    }
  }

  private Path file(Lesson lesson) {
    return folder.resolve(lesson.name() + ".json");
  }
}
