package p2pgossip.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import p2pgossip.file.UserFile;

/// Lessons in files, and the bundled ones in `assets/lessons/`.
public final class LessonFiles {

  /// The names of the bundled lessons, in their order.
  public static final List<String> BUNDLED =
      List.of(
          "01-peers",
          "02-log-n",
          "03-fanout",
          "04-push-pull",
          "05-when-to-stop",
          "06-distance",
          "07-loss",
          "08-partition",
          "09-undead",
          "10-a-million");

  private static final String SUFFIX = ".md";

  private LessonFiles() {}

  /// Reads a bundled lesson.
  ///
  /// @param name one of [#BUNDLED]
  /// @throws IOException when there is none of that name, or it has an error, naming it
  public static Lesson bundled(String name) throws IOException {
    String path = "/p2pgossip/assets/lessons/" + name + SUFFIX;
    try (InputStream in = LessonFiles.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IOException("there is no bundled lesson \"%s\"".formatted(name));
      }
      return LessonReader.read(name, in.readAllBytes());
    } catch (LessonException e) {
      throw new IOException(name + ": " + e.reason(), e);
    }
  }

  /// Reads all bundled lessons, in their order.
  ///
  /// @throws IOException as above
  public static List<Lesson> allBundled() throws IOException {
    List<Lesson> lessons = new ArrayList<>();
    for (String name : BUNDLED) {
      lessons.add(bundled(name));
    }
    return lessons;
  }

  /// Reads a lesson of the user's own.
  ///
  /// @throws IOException when it can't be read or has an error, naming the file and what is wrong
  public static Lesson read(Path file) throws IOException {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString();
    try {
      return LessonReader.read(
          name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name,
          UserFile.read(file, Lesson.LARGEST));
    } catch (LessonException e) {
      throw new IOException(file + ": " + e.reason(), e);
    }
  }
}
