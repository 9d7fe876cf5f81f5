package p2pgossip.machine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds out whether there is a font, in the folders that Fontconfig's configuration names. JavaFX
/// uses outline fonts only.
final class Fonts {

  private static final List<String> FORMS = List.of(".ttf", ".otf", ".ttc", ".otc");
  private static final int DEEPEST = 8;

  private final Path root;
  private final Map<String, String> environment;

  Fonts(Path root, Map<String, String> environment) {
    this.root = root;
    this.environment = environment;
  }

  boolean areThere() {
    String named = environment.getOrDefault("FONTCONFIG_FILE", "");
    // Nearly always there, and the faster it is found, the faster a window opens.
    if (named.isEmpty() && hasFont(root.resolve("usr/share/fonts"))) {
      return true;
    }
    Path file = root.resolve("etc/fonts").resolve(named.isEmpty() ? "fonts.conf" : named);
    return foldersIn(file).anyMatch(this::hasFont)
        // The included files rarely name any folder.
        || filesIn(file.resolveSibling("conf.d")).flatMap(this::foldersIn).anyMatch(this::hasFont);
  }

  private Stream<Path> foldersIn(Path file) {
    List<Path> folders = new ArrayList<>();
    try {
      Matcher matcher =
          Pattern.compile("<dir(\\s[^>]*)?>([^<]+)</dir>").matcher(Files.readString(file));
      while (matcher.find()) {
        boolean ofData = matcher.group(1) != null && matcher.group(1).contains("xdg");
        folders.add(folder(matcher.group(2).strip(), ofData));
      }
    } catch (IOException | IllegalArgumentException e) {
      // A file that can't be read names nothing.
      return Stream.empty();
    }
    return folders.stream();
  }

  private Path folder(String written, boolean ofData) {
    Path home = Path.of(environment.getOrDefault("HOME", "/"));
    if (ofData) {
      String data = environment.getOrDefault("XDG_DATA_HOME", "");
      return (data.isEmpty() ? home.resolve(".local/share") : Path.of(data)).resolve(written);
    }
    return written.startsWith("~")
        ? home.resolve(written.replaceFirst("~/*", ""))
        : root.resolve(written.replaceFirst("^/+", ""));
  }

  private static Stream<Path> filesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private boolean hasFont(Path folder) {
    return hasFont(folder.toFile(), DEEPEST);
  }

  private static boolean hasFont(File folder, int deep) {
    File[] files = folder.listFiles();
    if (files == null) {
      return false;
    }
    for (File file : files) {
      String name = file.getName().toLowerCase(Locale.ROOT);
      if (isFont(name) || (deep > 0 && hasFont(file, deep - 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFont(String name) {
    for (String form : FORMS) {
      if (name.endsWith(form)) {
        return true;
      }
    }
    return false;
  }
}
