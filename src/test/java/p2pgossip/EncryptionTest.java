package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import p2pgossip.certificate.CertificateStore;
import p2pgossip.certificate.TrustedPeers;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.net.TransportSecurity;
import p2pgossip.peer.HostAlias;
import p2pgossip.peer.Names;
import p2pgossip.peer.Target;

/// The flags about TLS, with a name that stands for several addresses.
class EncryptionTest {

  private static final InetAddress FIRST = InetAddress.ofLiteral("192.0.2.7");
  private static final InetAddress SECOND = InetAddress.ofLiteral("2001:db8::7");
  private static final Names NAMES = _ -> new InetAddress[] {SECOND, FIRST};
  private static final String DIGEST = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  @TempDir private Path folder;

  @Test
  void forgettingANameForgetsAllItsAddressesAndNobodyElse() throws Exception {
    Fingerprint key = new Fingerprint("SHA256:" + DIGEST);
    PeerAddress other = new PeerAddress(FIRST, 8081);
    try (TrustedPeers trusted = TrustedPeers.open(folder, InstantSource.system())) {
      trusted.meet(new PeerAddress(FIRST, 8080), key);
      trusted.meet(new PeerAddress(SECOND, 8080), key);
      trusted.meet(other, key);
    }

    List<String> said = Encryption.forget(Target.parse("teacher.example:8080"), NAMES, folder);

    String words =
        "%s is forgotten: it was known by %s since .*\\. The next peer that answers there is"
            + " trusted\\.";
    assertThat(said)
        .satisfiesExactly(
            line -> assertThat(line).matches(words.formatted("192\\.0\\.2\\.7:8080", key)),
            line -> assertThat(line).matches(words.formatted("\\[2001:db8::7]:8080", key)));
    assertThat(Encryption.forget(Target.parse("192.0.2.7:8080"), NAMES, folder))
        .containsExactly(
            "no key was remembered for 192.0.2.7:8080.",
            "no key was remembered for [2001:db8::7]:8080.");
    try (TrustedPeers trusted = TrustedPeers.open(folder, InstantSource.system())) {
      assertThat(trusted.list()).extracting(peer -> peer.address()).containsExactly(other);
    }
  }

  @Test
  void theCertificateIsForAllAddressesOfTheHostAlias() throws Exception {
    LaunchOptions options = new LaunchOptions();
    options.encryption.tls = true;
    options.peer.hostAlias = new HostAlias("teacher.example", List.of(FIRST, SECOND));

    TransportSecurity security = Encryption.of(options, folder);

    assertThat(security).isNotNull();
    security.close();
    assertThat(
            new CertificateStore(folder, InstantSource.system())
                .own(List.of())
                .certificate()
                .getSubjectAlternativeNames())
        .extracting(name -> String.valueOf(name.get(1)))
        .contains("192.0.2.7", "2001:db8:0:0:0:0:0:7");
  }
}
