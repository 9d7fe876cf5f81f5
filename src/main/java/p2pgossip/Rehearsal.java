package p2pgossip;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The run from which `run.sh` makes the AOT cache: that of [Main], with the same flags, on
/// JavaFX's headless screen. Only classes that a run loads get into the cache, so the classes that
/// JavaFX needs for a real screen are loaded first, without being used.
final class Rehearsal {

  /// Packages for the screens of Linux and of macOS; a JavaFX jar has those of its system only.
  private static final List<String> FOR_SCREENS =
      List.of(
          "com/sun/glass/ui/gtk/",
          "com/sun/glass/ui/mac/",
          "com/sun/prism/es2/",
          "com/sun/prism/mtl/",
          "com/sun/prism/impl/ps/",
          "com/sun/prism/ps/");

  private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

  private Rehearsal() {}

  public static void main(String[] flags) throws IOException {
    String modulePath = System.getProperty("jdk.module.path", "");
    for (String folder : modulePath.split(File.pathSeparator, -1)) {
      if (!folder.isEmpty()) {
        loadFromJarsIn(Path.of(folder));
      }
    }
    Main.main(flags);
  }

  private static void loadFromJarsIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".jar")).toList()) {
        loadFrom(file);
      }
    }
  }

  private static void loadFrom(Path jar) throws IOException {
    try (JarFile opened = new JarFile(jar.toFile())) {
      opened.stream()
          .map(JarEntry::getName)
          .filter(it -> it.endsWith(".class") && FOR_SCREENS.stream().anyMatch(it::startsWith))
          .forEach(Rehearsal::load);
    }
  }

  private static void load(String entry) {
    String name = entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
    try {
      Class.forName(name, false, ClassLoader.getSystemClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      LOG.warn("{} will not be in the AOT cache", name, e);
    }
  }
}
