package p2pgossip.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import p2pgossip.file.NonFile;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PrivateFolderTest {

  @TempDir private Path folder;

  /// Takes as long as the wait for another process's lock.
  @Test
  void aLockThatIsNeverReleasedIsNotWaitedForForEver() throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                folder.resolve("lock").toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader said = other.inputReader()) {
      assertThat(said.readLine()).isEqualTo("locked");

      assertThatThrownBy(() -> new PrivateFolder(folder).alone(() -> "never"))
          .hasMessage(folder.resolve("lock") + ": another process has kept it locked for 3 s");
    } finally {
      other.destroyForcibly().waitFor();
    }
    assertThat(new PrivateFolder(folder).<String>alone(() -> "done")).isEqualTo("done");
  }

  @ParameterizedTest
  @EnumSource(
      value = NonFile.class,
      mode = Mode.INCLUDE,
      names = {"DIRECTORY", "PIPE", "SOCKET"})
  void anythingInPlaceOfTheLockIsNamed(NonFile kind) throws Exception {
    Path other = kind.make(Files.createDirectory(folder.resolve("made")));
    Files.move(other, folder.resolve("lock"));

    assertThatThrownBy(() -> new PrivateFolder(folder).alone(() -> "never"))
        .hasMessageMatching(".*/lock: it is a .*, not a file");
  }

  @Test
  void aFileKeptAsideStaysInPlaceUntilTheNewOneIsWhole() throws Exception {
    PrivateFolder kept = new PrivateFolder(folder);
    kept.write("store", "damaged".getBytes(UTF_8));

    Path aside = kept.keepAside("store", Instant.EPOCH);

    assertThat(folder.resolve("store")).hasContent("damaged");
    kept.write("store", "mended".getBytes(UTF_8));
    assertThat(folder.resolve("store")).hasContent("mended");
    assertThat(aside).hasContent("damaged");
  }
}
