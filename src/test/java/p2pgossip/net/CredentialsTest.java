package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerAddress;

/// How much is kept of what others want shown.
class CredentialsTest {

  private final Credentials credentials = new Credentials(Password.of("open sesame"));

  private static PeerAddress peer(int number) {
    return new PeerAddress(InetAddress.ofLiteral("10.0.0.9"), number);
  }

  private boolean challenge(int number, String nonce) {
    return credentials.challenged(
        peer(number),
        "Digest realm=\""
            + Password.REALM
            + "\", qop=\"auth\", algorithm=SHA-256, nonce=\""
            + nonce
            + "\"",
        null);
  }

  @Test
  void ofManyChallengesTheOldestGiveWay() {
    for (int i = 1; i <= Credentials.MOST_CHALLENGES; i++) {
      assertThat(challenge(i, "nonce" + i)).isTrue();
    }
    assertThat(credentials.show(peer(1), "GET", "/")).isNotNull();

    challenge(Credentials.MOST_CHALLENGES + 1, "last");

    assertThat(credentials.show(peer(1), "GET", "/")).isNull();
    assertThat(credentials.show(peer(2), "GET", "/")).isNotNull();
  }

  @Test
  void aNonceThatIsTooLongIsNotKept() {
    assertThat(challenge(1, "n".repeat(257))).isFalse();
    assertThat(credentials.show(peer(1), "GET", "/")).isNull();
  }

  @Test
  void aHeaderThatIsTooLongIsNotRead() {
    assertThat(challenge(1, "n".repeat(2_048))).isFalse();
    assertThat(DigestHeader.ofScheme("Digest nonce=\"" + "n".repeat(2_048) + "\"")).isNull();
  }
}
