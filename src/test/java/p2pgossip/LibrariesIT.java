package p2pgossip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.export.ThisProgram;

/// The artefacts of the build, and the libraries beside the program.
class LibrariesIT {

  /// That of Java 6, the oldest that an AOT cache accepts.
  private static final int OLDEST = 50;

  private static final Pattern CLASSIFIER = Pattern.compile("[?&]classifier=([^&]+)");

  @Test
  void noClassIsTooOldForTheAotCache() throws IOException {
    List<String> old = new ArrayList<>();
    List<Path> jars = jars("lib");
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
      assertThat(ThisProgram.nameAndVersion()).isEqualTo("p2pgossip " + version);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"LICENSE.txt", "NOTICE.txt"})
  void theProgramCarriesItsLicence(String text) throws IOException {
    assertThat(inProgram("META-INF/" + text)).isEqualTo(Files.readString(Path.of("assets", text)));
  }

  @Test
  void theListOfLibrariesHasEachThatIsShippedWithItsLicence() throws IOException {
    List<String> shipped =
        Stream.of(jars("lib"), jars("javafx"))
            .flatMap(List::stream)
            .map(LibrariesIT::name)
            .toList();

    assertThat(shipped).contains("picocli-4.7.7");
    assertThat(listed()).containsKeys(shipped.toArray(String[]::new));
    assertThat(listed().values())
        .allSatisfy(library -> assertThat(library.licenses()).isNotEmpty());
  }

  @Test
  void theNoticesNameEachLibrary() throws IOException {
    List<String> words = List.of(inProgram("META-INF/NOTICE.txt").split("[\\s,]+"));

    assertThat(words).containsAll(listed().values().stream().map(Library::name).toList());
  }

  private static String name(Path jar) {
    return jar.getFileName().toString().replaceFirst("\\.jar$", "");
  }

  /// The libraries in the program's own list, CycloneDX, by the names of their files without
  /// `.jar`.
  private static Map<String, Library> listed() throws IOException {
    LibraryList list =
        new Gson().fromJson(inProgram("META-INF/sbom/application.cdx.json"), LibraryList.class);
    return list.components().stream().collect(Collectors.toMap(Library::file, Function.identity()));
  }

  private static String inProgram(String name) throws IOException {
    try (JarFile program = new JarFile(Path.of("target", "p2pgossip.jar").toFile())) {
      assertThat(program.stream()).extracting(JarEntry::getName).contains(name);
      try (var in = program.getInputStream(program.getJarEntry(name))) {
        return new String(in.readAllBytes(), UTF_8);
      }
    }
  }

  private static List<Path> jars(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target", folder))) {
      return files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
  }

  private static int version(JarFile file, JarEntry entry) throws IOException {
    try (var in = file.getInputStream(entry)) {
      byte[] head = in.readNBytes(8);
      return (head[6] & 0xff) << 8 | head[7] & 0xff;
    }
  }

  private record LibraryList(List<Library> components) {}

  private record Library(String name, String version, String purl, List<Object> licenses) {

    /// The name of the jar by Maven's rules.
    String file() {
      Matcher classifier = CLASSIFIER.matcher(purl);
      return name + "-" + version + (classifier.find() ? "-" + classifier.group(1) : "");
    }
  }
}
