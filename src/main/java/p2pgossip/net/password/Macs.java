package p2pgossip.net.password;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Authenticates requests, answers and events with HMAC-SHA-256 (RFC 2104). The authenticated bytes
/// of different things always differ: each begins with its own word, and each value is preceded by
/// its length.
final class Macs {

  /// Size of a MAC in bytes.
  static final int BYTES = 32;

  private static final String HMAC = "HmacSHA256";
  private static final String REQUEST = "p2pgossip/1.1 request";
  private static final String ANSWER = "p2pgossip/1.1 answer";
  private static final String EVENT = "p2pgossip/1.1 event";

  private Macs() {}

  static byte[] ofRequest(
      byte[] key, String session, long counter, RequestHead head, byte[] bodyDigest) {
    byte[] bytes =
        new Bytes()
            .with(REQUEST)
            .with(session)
            .with(counter)
            .with(head.method())
            .with(head.target())
            .with(head.host())
            .with(head.from())
            .with(head.contentType())
            .with(head.fingerprint())
            .with(bodyDigest)
            .toBytes();
    return hmac(key, bytes);
  }

  static byte[] ofAnswer(
      byte[] key, String session, long counter, int status, String contentType, byte[] body) {
    byte[] bytes =
        new Bytes()
            .with(ANSWER)
            .with(session)
            .with(counter)
            .with(status)
            .with(contentType)
            .with(Bytes.sha256(body))
            .toBytes();
    return hmac(key, bytes);
  }

  static byte[] ofEvent(
      byte[] key, String session, long counter, long number, String name, byte[] data) {
    byte[] bytes =
        new Bytes()
            .with(EVENT)
            .with(session)
            .with(counter)
            .with(number)
            .with(name)
            .with(Bytes.sha256(data))
            .toBytes();
    return hmac(key, bytes);
  }

  static byte[] hmac(byte[] key, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + HMAC, e);
    }
  }
}
