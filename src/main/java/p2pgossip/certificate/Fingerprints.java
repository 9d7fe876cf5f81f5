package p2pgossip.certificate;

import java.security.PublicKey;
import java.util.Base64;
import p2pgossip.file.Sha256;
import p2pgossip.gossip.Fingerprint;

/// Computes the [Fingerprint] of a key.
public final class Fingerprints {

  private Fingerprints() {}

  public static Fingerprint of(PublicKey key) {
    return new Fingerprint(
        "SHA256:"
            + Base64.getEncoder().withoutPadding().encodeToString(Sha256.of(key.getEncoded())));
  }
}
