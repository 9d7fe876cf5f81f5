package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the build makes, and the libraries as it lays them beside the program.
class LibrariesIT {

  /// Of Java 6, the oldest that an AOT cache takes.
  private static final int OLDEST = 50;

  @Test
  void noneIsOlderThanTheCacheOfClassesTakes() throws IOException {
    List<String> old = new ArrayList<>();
    List<Path> jars = jars();
    for (Path jar : jars) {
      try (JarFile file = new JarFile(jar.toFile())) {
        for (JarEntry entry : Collections.list(file.entries())) {
          if (entry.getName().endsWith(".class") && version(file, entry) < OLDEST) {
            old.add(jar.getFileName() + ": " + entry);
          }
        }
      }
    }
    assertThat(jars).extracting(jar -> jar.getFileName().toString()).contains("picocli-4.7.7.jar");
    assertThat(old).isEmpty();
  }

  @Test
  void theProgramNamesTheVersionThatIsBuilt() throws IOException {
    try (JarFile program = new JarFile(Path.of("target", "p2pgossip.jar").toFile())) {
      String version = program.getManifest().getMainAttributes().getValue("Implementation-Version");
      assertThat(LaunchOptions.PROGRAM).isEqualTo("p2pgossip " + version);
    }
  }

  private static List<Path> jars() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target", "lib"))) {
      return files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
  }

  private static int version(JarFile file, JarEntry entry) throws IOException {
    try (var in = file.getInputStream(entry)) {
      byte[] head = in.readNBytes(8);
      return (head[6] & 0xff) << 8 | head[7] & 0xff;
    }
  }
}
