package p2pgossip.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UserFileTest {

  @TempDir private Path folder;

  @Test
  void aFileIsReadWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "twelve bytes");
    assertThat(UserFile.read(file, 12)).asString().isEqualTo("twelve bytes");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    assertThat(UserFile.read(link, 100)).asString().isEqualTo("twelve bytes");
  }

  static List<Arguments> nonFiles() {
    return List.of(
        Arguments.of(NonFile.DIRECTORY, "it is a directory, not a file"),
        Arguments.of(NonFile.PIPE, "it is a pipe (FIFO), not a file"),
        Arguments.of(NonFile.SOCKET, "it is a socket, not a file"),
        Arguments.of(NonFile.ZERO, "it is a device, not a file"),
        Arguments.of(NonFile.FULL, "it is a device, not a file"),
        Arguments.of(NonFile.LINK_TO_ZERO, "it is a device, not a file"),
        Arguments.of(NonFile.HUGE, "it is larger than 1000 bytes"),
        Arguments.of(NonFile.BROKEN_DISK, "Input/output error"),
        Arguments.of(NonFile.NOTHING, "there is no such file or folder"),
        Arguments.of(NonFile.UNDER_A_FILE, "there is no such file or folder"));
  }

  @ParameterizedTest
  @MethodSource("nonFiles")
  void anythingButAFileIsRefusedByNameAndReason(NonFile kind, String reason) throws Exception {
    Path file = kind.make(folder);
    assertThatThrownBy(() -> UserFile.read(file, 1_000))
        .isInstanceOf(FileSystemException.class)
        .hasMessage(file + ": " + reason);
  }

  @Test
  void aStreamNamesTheFileThatBreaksWhileItIsRead() throws Exception {
    Path file = NonFile.BROKEN_DISK.make(folder);
    try (InputStream in = UserFile.open(file)) {
      assertThatThrownBy(in::read).hasMessage(file + ": Input/output error");
      assertThatThrownBy(() -> in.readNBytes(10)).hasMessage(file + ": Input/output error");
    }
  }

  static List<Arguments> failures() {
    return List.of(
        Arguments.of(new AccessDeniedException("/a/b"), "the system does not allow it"),
        Arguments.of(new NoSuchFileException("/a/b"), "there is no such file or folder"),
        Arguments.of(new FileSystemLoopException("/a/b"), "the system can't read or write it"),
        Arguments.of(new FileSystemException("/a/b", null, "Is a directory"), "Is a directory"),
        Arguments.of(new IOException("No space left on device"), "No space left on device"),
        Arguments.of(new IOException(), "the system can't read or write it"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void everyFailureHasAReason(IOException failure, String reason) {
    Path file = Path.of("/a/b");
    assertThat(FailureInWords.withName(file, failure)).isEqualTo("/a/b: " + reason);
    IOException named = FailureInWords.naming(file, failure);
    assertThat(named).hasMessage("/a/b: " + reason).hasCause(failure);
    assertThat(FailureInWords.withName(file, named)).isEqualTo("/a/b: " + reason);
  }

  @Test
  void nothingElseMayBeInPlaceOfANewFile() throws Exception {
    UserFile.requireFileOrNothing(folder.resolve("new"));
    UserFile.requireFileOrNothing(Files.writeString(folder.resolve("old"), ""));
    Path pipe = NonFile.PIPE.make(folder);
    assertThatThrownBy(() -> UserFile.requireFileOrNothing(pipe))
        .hasMessage(pipe + ": it is a pipe (FIFO), not a file");
  }
}
