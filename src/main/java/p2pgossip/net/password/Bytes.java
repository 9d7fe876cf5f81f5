package p2pgossip.net.password;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// Concatenates values so that different lists of values never give the same bytes: each value is
/// preceded by its length in four bytes, the highest first.
final class Bytes {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);

  Bytes with(byte[] value) {
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
    out.writeBytes(value);
    return this;
  }

  /// In UTF-8.
  Bytes with(String value) {
    return with(value.getBytes(StandardCharsets.UTF_8));
  }

  /// As eight bytes, the highest first.
  Bytes with(long value) {
    return with(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
  }

  byte[] sha256() {
    return sha256(toBytes());
  }

  byte[] toBytes() {
    return out.toByteArray();
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// Concatenates the parts with nothing between them.
  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream(512);
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  /// In the alphabet of RFC 4648, section 5, without padding.
  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
