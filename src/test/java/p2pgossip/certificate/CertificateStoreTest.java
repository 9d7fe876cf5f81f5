package p2pgossip.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateStoreTest {

  private static final Instant NOW = Instant.parse("2026-11-27T00:00:00Z");

  @TempDir private Path parent;

  private Path folder() {
    return parent.resolve("deep").resolve("p2pgossip");
  }

  private OwnCertificate own(Instant now, String... addresses) throws IOException {
    return new CertificateStore(folder(), InstantSource.fixed(now))
        .own(List.of(addresses).stream().map(InetAddress::ofLiteral).toList());
  }

  @Test
  void theFirstUseMakesACertificateOnACurveForTheAddressesOfThisMachine() throws Exception {
    X509Certificate made = own(NOW, "10.0.0.7").certificate();

    assertThat(SubjectNames.of(made))
        .containsExactlyInAnyOrder("127.0.0.1", "0:0:0:0:0:0:0:1", "localhost", "10.0.0.7");
    assertThat(((ECPublicKey) made.getPublicKey()).getParams().getOrder().bitLength())
        .isEqualTo(256);
    made.verify(made.getPublicKey());
    assertThat(made.getNotAfter().toInstant()).isEqualTo(NOW.plus(Duration.ofDays(825)));
  }

  @Test
  void aCertificateOfVersion10IsStillUsed() throws Exception {
    Path kept = Path.of("src/test/resources/kept/1.0/certificate.p12");
    Files.createDirectories(folder());
    Files.copy(kept, folder().resolve(CertificateStore.FILE));

    own(NOW);

    assertThat(folder().resolve(CertificateStore.FILE)).hasSameBinaryContentAs(kept);
  }

  @Test
  void itsExpiryIsReportedTwoWeeksBefore() throws Exception {
    OwnCertificate own = own(NOW);
    Instant from = own.certificate().getNotBefore().toInstant();
    Instant to = own.certificate().getNotAfter().toInstant();

    assertThat(own.trouble(NOW)).isEmpty();
    assertThat(own.trouble(from)).isEmpty();
    assertThat(own.trouble(from.minusSeconds(1)))
        .contains(
            "This peer's certificate is valid from "
                + time(from)
                + " only: until then others may refuse it.");
    assertThat(own.trouble(to.minus(Duration.ofDays(14)))).isEmpty();
    assertThat(own.trouble(to.minus(Duration.ofDays(14)).plusSeconds(1)))
        .contains(
            "This peer's certificate expires on " + time(to) + ", in 13 days: renew it before.");
    assertThat(own.trouble(to.minusSeconds(1)).orElseThrow()).contains("in less than a day");
    assertThat(own.trouble(to))
        .contains(
            "This peer's certificate expired on " + time(to) + ": others may refuse it. Renew it.");
  }

  private static String time(Instant at) {
    String utc = at.toString();
    return utc.substring(0, 10) + " at " + utc.substring(11, 16) + " UTC";
  }

  @Test
  void itIsReadableByItsOwnerAlone() throws Exception {
    own(NOW);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
        .isEqualTo("rwx------");
    try (var files = Files.list(folder())) {
      assertThat(files)
          .hasSize(2)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void theNextUseTakesTheSame() throws Exception {
    X509Certificate made = own(NOW).certificate();
    assertThat(own(NOW.plus(Duration.ofDays(700))).certificate()).isEqualTo(made);
  }

  @Test
  void aMissingAddressMakesItAnewWithTheSameKey() throws Exception {
    OwnCertificate before = own(NOW, "10.0.0.7");
    OwnCertificate after = own(NOW, "2001:db8::1");

    assertThat(after.certificate()).isNotEqualTo(before.certificate());
    assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
    assertThat(SubjectNames.of(after.certificate())).contains("10.0.0.7", "2001:db8:0:0:0:0:0:1");
    assertThat(own(NOW, "10.0.0.7").certificate()).isEqualTo(after.certificate());
  }

  @Test
  void anExpiringOneIsMadeAnewWithTheSameKey() throws Exception {
    OwnCertificate before = own(NOW);
    Instant later = NOW.plus(Duration.ofDays(796));
    OwnCertificate after = own(later);

    assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
    assertThat(after.certificate().getNotAfter().toInstant())
        .isEqualTo(later.plus(Duration.ofDays(825)));
  }

  @Test
  void aDamagedOneIsNotReplacedSilently() throws Exception {
    own(NOW);
    Path file = folder().resolve(CertificateStore.FILE);
    Files.writeString(file, "rubbish");

    assertThatThrownBy(() -> own(NOW))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("can't be read")
        .hasMessageContaining("move the file away");
    assertThat(file).hasContent("rubbish");
  }

  @Test
  void processesThatStartAtOnceShareOneKey() throws Exception {
    List<Callable<OwnCertificate>> starts = new ArrayList<>();
    for (int i = 1; i <= 8; i++) {
      String address = "10.0.0." + i;
      starts.add(() -> own(NOW, address));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(starts.size())) {
      List<OwnCertificate> owned = new ArrayList<>();
      for (Future<OwnCertificate> future : threads.invokeAll(starts)) {
        owned.add(future.get());
      }
      assertThat(owned)
          .extracting(OwnCertificate::fingerprint)
          .hasSize(8)
          .containsOnly(owned.getFirst().fingerprint());
    }
  }
}
