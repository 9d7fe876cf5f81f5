package p2pgossip.net;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;

/// By what one peer is let in by others: its password, which may change at any time, and how each of the
/// others wants it shown. The password itself is never sent, and whoever asks for it has to show in his
/// answer that he knows it too. Thread-safe.
public final class Credentials {

  /// The header in which an answer shows that the password is known.
  static final String PROOF = "Authentication-Info";

  /// Others whose challenges are kept; the oldest give way and are asked for a new one.
  static final int MOST_CHALLENGES = 4_096;

  // All guarded by this.
  private @Nullable SecureRandom random;
  private @Nullable Password password;
  private final SequencedMap<PeerAddress, Challenge> challenges = new LinkedHashMap<>();

  private static final class Challenge {

    private final String nonce;
    private int count;

    private Challenge(String nonce) {
      this.nonce = nonce;
    }
  }

  /// What was shown with one request, and what the answer to it has to show.
  ///
  /// @param header for `Authorization`
  record Shown(String header, String clientNonce, String count, String answer) {}

  /// @param password null where there is none
  public Credentials(@Nullable Password password) {
    this.password = password;
  }

  /// @param newPassword null for none
  public synchronized void set(@Nullable Password newPassword) {
    password = newPassword;
    challenges.clear();
  }

  public synchronized @Nullable Password password() {
    return password;
  }

  /// What to show with a request; null where there is no password, or the other has not said yet how it
  /// wants it shown.
  synchronized @Nullable Shown show(PeerAddress to, String method, String path) {
    Challenge challenge = challenges.get(to);
    Password known = password;
    if (challenge == null || known == null) {
      return null;
    }
    byte[] bytes = new byte[12];
    random().nextBytes(bytes);
    String clientNonce = HexFormat.of().formatHex(bytes);
    String count = HexFormat.of().toHexDigits(++challenge.count);
    String response = known.response(method, path, challenge.nonce, count, clientNonce);
    String header =
        "Digest username=\""
            + Password.USER
            + "\", realm=\""
            + Password.REALM
            + "\", uri=\""
            + path
            + "\", algorithm=SHA-256, nonce=\""
            + challenge.nonce
            + "\", nc="
            + count
            + ", cnonce=\""
            + clientNonce
            + "\", qop=auth, response=\""
            + response
            + '"';
    return new Shown(
        header,
        clientNonce,
        count,
        known.answerResponse(path, challenge.nonce, count, clientNonce));
  }

  /// Made when it is needed first: a peer without a password starts the sooner.
  private synchronized SecureRandom random() {
    if (random == null) {
      random = new SecureRandom();
    }
    return random;
  }

  /// The other has turned a request away and said how it wants the password shown.
  ///
  /// @param header its `WWW-Authenticate`
  /// @param before what was shown with that request; null if nothing was
  /// @return whether another try makes sense
  synchronized boolean challenged(PeerAddress by, @Nullable String header, @Nullable Shown before) {
    DigestHeader challenge = DigestHeader.ofScheme(header);
    if (challenge == null
        || password == null
        || !isOurs(header)
        || !challenge.has("algorithm", "SHA-256")
        || challenge.get("nonce").isEmpty()
        || !isHarmless(challenge.get("nonce"))) {
      return false;
    }
    challenges.putLast(by, new Challenge(challenge.get("nonce")));
    if (challenges.size() > MOST_CHALLENGES) {
      challenges.pollFirstEntry();
    }
    return before == null || challenge.has("stale", "true");
  }

  /// A nonce goes back into a quoted string.
  private static boolean isHarmless(String nonce) {
    return nonce.length() <= 256
        && nonce.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '"' && c != '\\');
  }

  /// Whether a `WWW-Authenticate` is that of a p2pgossip peer.
  static boolean isOurs(@Nullable String header) {
    DigestHeader challenge = DigestHeader.ofScheme(header);
    return challenge != null && challenge.get("realm").equals(Password.REALM);
  }

  /// Whether an answer shows that whoever gave it knows the password.
  ///
  /// @param shown with the request; null if nothing was
  /// @param header the answer's `Authentication-Info`
  static boolean isProof(@Nullable Shown shown, @Nullable String header) {
    DigestHeader info = DigestHeader.of(header);
    return shown != null
        && info != null
        && info.get("cnonce").equals(shown.clientNonce())
        && info.has("nc", shown.count())
        && Password.isSame(info.get("rspauth"), shown.answer());
  }
}
