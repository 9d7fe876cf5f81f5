package p2pgossip.ui.window;

import dev.dirs.ProjectDirectories;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import p2pgossip.file.FailureInWords;
import p2pgossip.file.UserFile;
import p2pgossip.file.WholeFile;
import p2pgossip.ui.dialog.RecentFile;
import p2pgossip.ui.theme.Theme;

/// What is remembered between runs: the size of the window, the theme, and what was opened last. If
/// the file can't be read or written, nothing is remembered, and the window opens anyway.
public final class WindowPreferences {

  /// A window's size, in pixels.
  record Size(double width, double height) {}

  private static final Logger LOG = LoggerFactory.getLogger(WindowPreferences.class);
  private static final int LARGEST = 64 * 1024;
  private static final Size DEFAULT = new Size(1_280, 800);
  private static final int MOST_RECENT = 4;

  private final Path file;
  private final Properties values = new Properties();

  /// Reads what was remembered, if anything.
  WindowPreferences(Path file) {
    this.file = file;
    try {
      values.load(
          new StringReader(new String(UserFile.read(file, LARGEST), StandardCharsets.UTF_8)));
    } catch (NoSuchFileException e) {
      LOG.debug("Nothing is remembered yet in {}", file, e);
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn(
          "Could not read {}; going on as if nothing had been remembered: {}",
          file,
          e instanceof IOException failure ? FailureInWords.of(failure) : e.getMessage());
      LOG.debug("It could not be read", e);
    }
  }

  /// The user's own file, where the system keeps such files.
  static Path usersFile() {
    return Path.of(ProjectDirectories.from("", "", "p2pgossip").configDir, "window.properties");
  }

  /// The folder where how far the user has come in the lessons is kept.
  Path lessons() {
    return file.resolveSibling("lessons");
  }

  Size size() {
    return new Size(number("width", DEFAULT.width()), number("height", DEFAULT.height()));
  }

  void rememberSize(Size size) {
    values.setProperty("width", Double.toString(size.width()));
    values.setProperty("height", Double.toString(size.height()));
  }

  Theme theme() {
    String name = values.getProperty("theme", "system").toUpperCase(Locale.ROOT);
    for (Theme theme : Theme.values()) {
      if (theme.name().equals(name)) {
        return theme;
      }
    }
    return Theme.SYSTEM;
  }

  public void rememberTheme(Theme theme) {
    values.setProperty("theme", theme.name().toLowerCase(Locale.ROOT));
  }

  /// What was opened last, the latest first.
  List<RecentFile> recentFiles() {
    List<RecentFile> files = new ArrayList<>();
    for (int place = 1; place <= MOST_RECENT; place++) {
      RecentFile.parse(values.getProperty(recent(place), "")).ifPresent(files::add);
    }
    return List.copyOf(files);
  }

  void rememberOpened(RecentFile opened) {
    List<RecentFile> files = new ArrayList<>(recentFiles());
    files.remove(opened);
    files.addFirst(opened);
    for (int place = 1; place <= Math.min(files.size(), MOST_RECENT); place++) {
      values.setProperty(recent(place), files.get(place - 1).toText());
    }
  }

  private static String recent(int place) {
    return "recent." + place;
  }

  /// Writes the file. It waits for the disk, so it is not for the FX thread.
  void save() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      WholeFile.save(
          file,
          out ->
              values.store(
                  new OutputStreamWriter(out, StandardCharsets.UTF_8),
                  "p2pgossip: what its windows remember"));
    } catch (IOException e) {
      LOG.warn(
          "Could not write {}; nothing is remembered for the next time: {}",
          file,
          FailureInWords.of(e));
      LOG.debug("It could not be written", e);
    }
  }

  private double number(String name, double otherwise) {
    try {
      double number = Double.parseDouble(values.getProperty(name, ""));
      return number >= 100 && number <= 20_000 ? number : otherwise;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
