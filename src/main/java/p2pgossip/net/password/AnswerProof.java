package p2pgossip.net.password;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The header `Authentication-Info` (RFC 9110, section 11.6.3), in which an answer proves who sent
/// it: `mac="…"`.
final class AnswerProof {

  private static final Pattern HEADER = Pattern.compile("mac=\"([A-Za-z0-9_-]{43})\"");

  private AnswerProof() {}

  static byte @Nullable [] read(@Nullable String header) {
    Matcher matcher = HEADER.matcher(header == null ? "" : header);
    return matcher.matches() ? Proof.bytes(matcher.group(1)) : null;
  }

  static String write(byte[] mac) {
    return "mac=\"" + Bytes.base64(mac) + '"';
  }
}
