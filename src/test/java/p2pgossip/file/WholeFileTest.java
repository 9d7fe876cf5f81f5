package p2pgossip.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeFileTest {

  @TempDir private Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void anOldFileIsReplacedWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "the old one, which was longer");

    WholeFile.save(file, out -> out.write("new".getBytes(UTF_8)));

    assertThat(file).hasContent("new");
    assertThat(names()).containsExactly("a.txt");
  }

  @Test
  void aFullDiskDestroysNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "old");

    assertThatThrownBy(
            () ->
                WholeFile.save(
                    file,
                    out -> {
                      out.write("new".getBytes(UTF_8));
                      throw new IOException("No space left on device");
                    }))
        .hasMessage("No space left on device");

    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("a.txt");
  }

  @Test
  void aFullDiskIsReportedWithTheNameOfTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "old");
    WholeFile.Opener fullDisk =
        (_, _, _) -> FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE);

    assertThatThrownBy(() -> WholeFile.save(file, fullDisk, out -> out.write(new byte[100])))
        .hasMessage(file + ": No space left on device");
    assertThatThrownBy(() -> WholeFile.save(file, fullDisk, out -> out.write(new byte[1 << 20])))
        .hasMessage(file + ": No space left on device");
    // As the library does that writes tables.
    assertThatThrownBy(
            () ->
                WholeFile.save(
                    file,
                    fullDisk,
                    out -> {
                      try {
                        out.write(new byte[1 << 20]);
                      } catch (IOException e) {
                        throw new UncheckedIOException(e);
                      }
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": No space left on device");

    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("a.txt");
  }

  @Test
  void aCrashHalfwayLosesNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "old");

    WholeFile.save(
        file,
        out -> {
          out.write(new byte[1 << 20]);
          out.flush();
          // Everything that a killed process would have left.
          assertThat(file).hasContent("old");
        });

    assertThat(file).hasSize(1 << 20);
  }

  @Test
  void aNewFileIsItsOwnersAloneAndAnOldOneKeepsItsPermissions() throws IOException {
    Path file = folder.resolve("a.txt");
    WholeFile.save(file, out -> assertThat(permissionsOfAll()).containsOnly("rw-------"));
    assertThat(permissionsOfAll()).containsExactly("rw-------");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    WholeFile.save(file, out -> out.write(1));
    assertThat(permissionsOfAll()).containsExactly("rw-r-----");
  }

  private List<String> permissionsOfAll() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(
              file -> {
                try {
                  return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              })
          .toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DIRECTORY, a directory",
    "PIPE, a pipe",
    "SOCKET, a socket",
    "FULL, a device",
    "LINK_TO_ZERO, a device",
    "UNDER_A_FILE, Not a directory"
  })
  void nothingButAFileIsReplaced(NonFile kind, String found) throws Exception {
    Path file = kind.make(folder);

    assertThatThrownBy(() -> WholeFile.save(file, out -> out.write(1)))
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(found);

    assertThat(Files.isRegularFile(file)).isFalse();
  }

  @Test
  void aLinkStillLeadsToTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);

    WholeFile.save(link, out -> out.write("new".getBytes(UTF_8)));

    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(file).hasContent("new");
  }

  @Test
  void aFileThatCanNotBeWrittenIsReportedInWords() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("inside"));

    assertThatThrownBy(() -> WholeFile.save(inside, out -> out.write(1)))
        .isInstanceOfSatisfying(
            FileSystemException.class,
            failure -> assertThat(FailureInWords.of(failure)).contains("a directory"));
    assertThatThrownBy(() -> WholeFile.save(folder.resolve("no/such.txt"), out -> out.write(1)))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void leftoversOfAKilledProcessAreDeletedByALaterSave() throws IOException {
    String uuid = "0b0e7a3c-5f0e-4a52-9d1c-2f6f1c1f4a11";
    Duration old = Duration.ofMinutes(61);
    String young = left(".a.txt." + uuid.replace('0', '1') + ".part", Duration.ofMinutes(50));
    String another = left(".b.a.txt." + uuid + ".part", old);
    String longer = left(".a.txt.gz." + uuid + ".part", old);
    String ofTheUser = left(".a.txt.notes.part", old);
    String link = ".a.txt." + uuid.replace('0', '2') + ".part";
    Files.createSymbolicLink(folder.resolve(link), Path.of("nowhere"));
    left(".a.txt." + uuid + ".part", old);

    WholeFile.save(folder.resolve("a.txt"), out -> out.write("new".getBytes(UTF_8)));

    assertThat(folder.resolve("a.txt")).hasContent("new");
    assertThat(names()).containsExactlyInAnyOrder("a.txt", young, another, longer, ofTheUser, link);
  }

  private String left(String name, Duration ago) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "half");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(ago)));
    return name;
  }
}
