package p2pgossip.net.password;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Proves that a request belongs to a session: the header `Authorization`.
///
/// ```
/// P2pgossip session="…", counter=1, digest="…", mac="…"
/// ```
///
/// @param session its name, 22 characters of RFC 4648, section 5
/// @param counter from 1; no two requests of a session have the same
/// @param digest the SHA-256 of the body
/// @param mac of the request, see [Macs]
public record Proof(String session, long counter, byte[] digest, byte[] mac) {

  /// The name of this authentication scheme, in `WWW-Authenticate` and `Authorization`.
  public static final String SCHEME = "P2pgossip";

  private static final Pattern HEADER =
      Pattern.compile(
          SCHEME
              + " session=\"([A-Za-z0-9_-]{22})\", counter=([1-9][0-9]{0,17}),"
              + " digest=\"([A-Za-z0-9_-]{43})\", mac=\"([A-Za-z0-9_-]{43})\"");

  /// Reads an `Authorization` header; null if it has another scheme or is malformed.
  public static @Nullable Proof read(@Nullable String header) {
    Matcher matcher = HEADER.matcher(header == null ? "" : header);
    if (!matcher.matches()) {
      return null;
    }
    byte[] digest = bytes(matcher.group(3));
    byte[] mac = bytes(matcher.group(4));
    return digest == null || mac == null
        ? null
        : new Proof(matcher.group(1), Long.parseLong(matcher.group(2)), digest, mac);
  }

  /// The value of the `Authorization` header.
  public String header() {
    return SCHEME
        + " session=\""
        + session
        + "\", counter="
        + counter
        + ", digest=\""
        + Bytes.base64(digest)
        + "\", mac=\""
        + Bytes.base64(mac)
        + "\"";
  }

  static byte @Nullable [] bytes(String base64) {
    try {
      return Base64.getUrlDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
