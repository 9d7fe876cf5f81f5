package p2pgossip.certificate;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.PeerAddress;

/// What is remembered of one peer: a line of the file.
///
/// @param since when it was first met
/// @param seen when it was last met, to a day
/// @param asked whether the user has asked for it, rather than it for this peer; stored in a line
///     of its own
public record TrustedPeer(
    PeerAddress address, Fingerprint fingerprint, Instant since, Instant seen, boolean asked) {

  private static final int PARTS = 4;

  /// A peer that the user has not asked for.
  public TrustedPeer(PeerAddress address, Fingerprint fingerprint, Instant since, Instant seen) {
    this(address, fingerprint, since, seen, false);
  }

  TrustedPeer seenAt(Instant now) {
    return now.isAfter(seen) ? new TrustedPeer(address, fingerprint, since, now, asked) : this;
  }

  TrustedPeer withAsked(boolean value) {
    return value == asked ? this : new TrustedPeer(address, fingerprint, since, seen, value);
  }

  String line() {
    return address + " " + fingerprint + " " + since + " " + seen;
  }

  /// @throws IllegalArgumentException when the line is malformed
  static TrustedPeer parse(String line) {
    String[] parts = line.split(" ", -1);
    if (parts.length != PARTS) {
      throw new IllegalArgumentException("it does not have four parts");
    }
    try {
      return new TrustedPeer(
          PeerAddress.parse(parts[0]),
          new Fingerprint(parts[1]),
          Instant.parse(parts[2]),
          Instant.parse(parts[3]));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("\"" + e.getParsedString() + "\" is not a time", e);
    }
  }
}
