package p2pgossip.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {

  private final TestAuthority authority = new TestAuthority("class 7b");
  private final Instant end = Instant.now().plus(Duration.ofDays(5));

  @TempDir private Path folder;

  @Test
  void aKeystoreIsReadWithItsPassword() throws Exception {
    Path file = authority.keystore(folder.resolve("own.p12"), "127.0.0.1", end, "secret");
    OwnCertificate own = KeyFiles.keystore(file, "secret".toCharArray());
    assertThat(SubjectNames.of(own.certificate())).containsExactly("127.0.0.1");
  }

  @Test
  void aWrongPasswordIsReportedInWords() throws Exception {
    Path file = authority.keystore(folder.resolve("own.p12"), "127.0.0.1", end, "secret");
    assertThatThrownBy(() -> KeyFiles.keystore(file, new char[0]))
        .hasMessage(
            "--keystore: "
                + file
                + ": the password is wrong; it is read from the environment variable"
                + " P2PGOSSIP_KEYSTORE_PASSWORD");
  }

  @Test
  void anInvalidKeystoreIsReportedInWords() throws Exception {
    Path rubbish = Files.writeString(folder.resolve("own.p12"), "rubbish");
    Path missing = folder.resolve("missing.p12");
    assertThatThrownBy(() -> KeyFiles.keystore(rubbish, new char[0]))
        .hasMessage("--keystore: " + rubbish + ": it is neither PKCS#12 nor JKS");
    assertThatThrownBy(() -> KeyFiles.keystore(missing, new char[0]))
        .hasMessageStartingWith("--keystore: " + missing + ": ")
        .hasMessageContaining("no such file");
  }

  @Test
  void anAuthorityIsReadFromPemAndItsAbsenceReportedInWords() throws Exception {
    Path pem = authority.pem(folder.resolve("class.pem"));
    Path missing = folder.resolve("missing.pem");
    Path rubbish = Files.writeString(folder.resolve("rubbish.pem"), "rubbish");

    assertThat(KeyFiles.truststore(pem, new char[0]).manager().getAcceptedIssuers()).hasSize(1);
    assertThatThrownBy(() -> KeyFiles.truststore(missing, new char[0]))
        .hasMessageStartingWith("--truststore: " + missing + ": ")
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> KeyFiles.truststore(rubbish, new char[0]))
        .hasMessage("--truststore: " + rubbish + ": it is neither PKCS#12 nor JKS");
  }
}
