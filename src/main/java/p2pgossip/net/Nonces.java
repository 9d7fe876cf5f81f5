package p2pgossip.net;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The nonces of one server's challenges. A nonce says itself when it was made and that it was made here,
/// so that nothing has to be kept for whoever asks and never comes back. It may be used again until it is
/// too old: over an encrypted connection, or within one machine, nobody else gets to see it. Thread-safe.
final class Nonces {

  static final Duration LIFE = Duration.ofMinutes(5);

  /// Of those by which a password was shown so many are remembered; the oldest give way.
  private static final int REMEMBERED = 4_096;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int RANDOM_BYTES = 8;
  private static final int MADE_BYTES = Long.BYTES + RANDOM_BYTES;
  private static final int WHOLE_BYTES = MADE_BYTES + 32;

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key;
  private final LongSupplier nanos;
  private final Set<String> proven = theNewest();
  private final Set<String> tried = theNewest();

  /// What can be made of a nonce that somebody uses.
  enum Verdict {
    GOOD,
    /// It was made here, but too long ago.
    STALE,
    /// It was not made here.
    FOREIGN
  }

  /// @param nanos a clock that never goes backwards
  Nonces(LongSupplier nanos) {
    this.nanos = nanos;
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    key = new SecretKeySpec(secret, ALGORITHM);
  }

  private static Set<String> theNewest() {
    return Collections.synchronizedSet(
        Collections.newSetFromMap(
            new LinkedHashMap<>() {
              private static final long serialVersionUID = 1L;

              @Override
              protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > REMEMBERED;
              }
            }));
  }

  String next() {
    byte[] made = new byte[MADE_BYTES];
    random.nextBytes(made);
    ByteBuffer.wrap(made).putLong(nanos.getAsLong());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(ByteBuffer.allocate(WHOLE_BYTES).put(made).put(sign(made)).array());
  }

  Verdict judge(String nonce) {
    byte[] whole;
    try {
      whole = Base64.getUrlDecoder().decode(nonce);
    } catch (IllegalArgumentException e) {
      return Verdict.FOREIGN;
    }
    if (whole.length != WHOLE_BYTES) {
      return Verdict.FOREIGN;
    }
    ByteBuffer in = ByteBuffer.wrap(whole);
    byte[] made = new byte[MADE_BYTES];
    byte[] signature = new byte[WHOLE_BYTES - MADE_BYTES];
    in.get(made).get(signature);
    if (!MessageDigest.isEqual(signature, sign(made))) {
      return Verdict.FOREIGN;
    }
    long age = nanos.getAsLong() - ByteBuffer.wrap(made).getLong();
    return age > LIFE.toNanos() ? Verdict.STALE : Verdict.GOOD;
  }

  private byte[] sign(byte[] made) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(made);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /// The password was shown by it.
  void prove(String nonce) {
    proven.add(nonce);
  }

  /// Whether the password was shown by it before. Whoever uses it is not somebody who guesses.
  boolean isProven(String nonce) {
    return proven.contains(nonce);
  }

  /// Another password was shown by it.
  void tryOut(String nonce) {
    if (judge(nonce) == Verdict.GOOD) {
      tried.add(nonce);
    }
  }

  /// Whether somebody has come back with it, whichever password he showed.
  boolean isUsed(String nonce) {
    return proven.contains(nonce) || tried.contains(nonce);
  }
}
