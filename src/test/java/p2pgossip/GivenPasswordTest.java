package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.net.password.Password;

class GivenPasswordTest {

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  private @Nullable Password of(@Nullable Path file, @Nullable String environment) {
    return GivenPassword.of(file, environment, new PrintStream(err, true));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("password.txt"), text);
  }

  @Test
  void aFileGoesBeforeTheEnvironment() throws IOException {
    assertThat(of(file("one\n"), "other")).isEqualTo(Password.of("one"));
    assertThat(of(null, "other")).isEqualTo(Password.of("other"));
    assertThat(of(null, "")).isNull();
    assertThat(of(null, null)).isNull();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aFileThatOthersCanReadIsWarnedOf() throws IOException {
    Path file = file("one");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    of(file, null);
    assertThat(err.toString()).contains("others on this machine can read " + file);
    err.reset();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    of(file, null);
    assertThat(err.toString()).isEmpty();
  }

  private static String refusal(String password) {
    return catchThrowable(() -> Password.of(password)).getMessage();
  }

  @Test
  void anInvalidPasswordIsRefusedNamingItsSource() throws IOException {
    Path file = file("two\nlines\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(file, null))
        .withMessage("--password-file: " + file + ": " + refusal("two\nlines"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(null, "a\tb"))
        .withMessage("the environment's P2PGOSSIP_PASSWORD: " + refusal("a\tb"));
  }

  @Test
  void aFileThatIsNotTextOrTooLongIsRefused() throws IOException {
    Path bytes = Files.write(folder.resolve("bytes"), new byte[] {'a', (byte) 0xff});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(bytes, null))
        .withMessage("--password-file: " + bytes + " is not UTF-8 text");
    Path large = Files.write(folder.resolve("large"), new byte[5_000]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(large, null))
        .withMessageStartingWith("--password-file: " + large)
        .withMessageContaining(" larger than 4096 ");
    assertThatIllegalArgumentException().isThrownBy(() -> of(folder, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"one", "one\n", "one\r\n", "\uFEFFone", "\uFEFFone\r\n"})
  void thePasswordDoesNotDependOnTheEditorThatWroteTheFile(String text) throws IOException {
    assertThat(of(file(text), null)).isEqualTo(Password.of("one"));
    assertThat(of(null, text)).isEqualTo(Password.of("one"));
  }

  @Test
  void aPasswordMayBeginWithASignThatMeansAFileElsewhere() throws IOException {
    assertThat(of(null, "@one")).isEqualTo(Password.of("@one"));
    assertThat(of(file("@one\n"), null)).isEqualTo(Password.of("@one"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
  void utf16IsRefusedWithWhatToDo(String encoding) throws IOException {
    Path file = Files.write(folder.resolve("wide.txt"), "one\r\n".getBytes(encoding));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(file, null))
        .withMessage("--password-file: " + file + " is UTF-16 text; save it as UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {" one", "one \n", "\uFEFF one", "one\u00a0"})
  void aBlankAtAnEndIsPartOfThePasswordAndReported(String text) throws IOException {
    Path file = file(text);

    assertThat(of(file, null)).isNotEqualTo(Password.of("one"));
    assertThat(err.toString())
        .contains(file + " begins or ends with a blank, which is part of the password");
  }
}
