package p2pgossip.gossip;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// All that this peer knows of another at one moment.
///
/// @param peer what it says of itself; null until the first handshake
/// @param since when it came to be known
/// @param fingerprint of the key by which it was known last; null over a plain connection
public record Neighbor(
    PeerAddress address,
    @Nullable Peer peer,
    Standing standing,
    Origin origin,
    Instant since,
    Bond bond,
    Traffic traffic,
    Health health,
    @Nullable Fingerprint fingerprint) {

  /// Who has introduced whom.
  ///
  /// @param askedFor whether the user wants this link, so that it is made again after a restart
  /// @param toldThem whether this peer has introduced itself there, with success
  /// @param toldUs whether the other has introduced itself here
  public record Bond(boolean askedFor, boolean toldThem, boolean toldUs) {
    public static final Bond NONE = new Bond(false, false, false);

    /// Whether each knows the other.
    public boolean isMutual() {
      return toldThem || toldUs;
    }

    Bond withAskedFor(boolean value) {
      return new Bond(value, toldThem, toldUs);
    }

    Bond withToldThem() {
      return new Bond(askedFor, true, toldUs);
    }

    Bond withToldUs() {
      return new Bond(askedFor, toldThem, true);
    }

    /// After a restart of the other nothing of what was told remains there.
    Bond afterRestart() {
      return new Bond(askedFor, false, false);
    }
  }

  /// Messages exchanged with one neighbour.
  ///
  /// @param sent put on the way
  /// @param delivered answered
  /// @param failed not answered, or not in time
  /// @param received come in from it
  public record Traffic(long sent, long delivered, long failed, long received) {
    public static final Traffic NONE = new Traffic(0, 0, 0, 0);

    Traffic oneSent() {
      return new Traffic(sent + 1, delivered, failed, received);
    }

    Traffic oneDelivered() {
      return new Traffic(sent, delivered + 1, failed, received);
    }

    Traffic oneFailed() {
      return new Traffic(sent, delivered, failed + 1, received);
    }

    Traffic oneReceived() {
      return new Traffic(sent, delivered, failed, received + 1);
    }
  }

  /// How well it answers.
  ///
  /// @param lastHeard when anything last came from it; null if never
  /// @param roundTrip time from the last answered request to its answer; null before the first
  /// @param failures failed attempts in a row
  /// @param nextCheck when it is next checked by a handshake; null while one is under way
  /// @param trouble why the last attempt failed; null after a success
  public record Health(
      @Nullable Instant lastHeard,
      @Nullable Duration roundTrip,
      int failures,
      @Nullable Instant nextCheck,
      @Nullable String trouble) {
    public static final Health UNKNOWN = new Health(null, null, 0, null, null);

    /// It says that it is there. Only a message that arrives ends a row of failures: who answers every
    /// check and no message must not be tried for ever.
    Health answered(Instant now, Duration newRoundTrip) {
      return new Health(now, newRoundTrip, failures, nextCheck, null);
    }

    Health delivered(Instant now, Duration newRoundTrip) {
      return new Health(now, newRoundTrip, 0, nextCheck, null);
    }

    Health heard(Instant now) {
      return new Health(now, roundTrip, failures, nextCheck, trouble);
    }

    Health failed(String newTrouble) {
      return new Health(lastHeard, roundTrip, failures + 1, null, newTrouble);
    }

    Health withNextCheck(@Nullable Instant newNextCheck) {
      return new Health(lastHeard, roundTrip, failures, newNextCheck, trouble);
    }
  }

  /// Whether messages go to it.
  public boolean isHealthy() {
    return standing == Standing.CONNECTED || standing == Standing.LEARNED;
  }

  /// Whether it said that it understands `offer`.
  public boolean offers(Offer offer) {
    return peer != null && peer.offers().contains(offer);
  }

  /// Whether `other` speaks of the run that is known here.
  boolean isSameRunAs(Peer other) {
    return peer != null && peer.isSameRunAs(other);
  }

  Neighbor withPeer(Peer newPeer) {
    return new Neighbor(
        address, newPeer, standing, origin, since, bond, traffic, health, fingerprint);
  }

  Neighbor withStanding(Standing newStanding) {
    return new Neighbor(
        address, peer, newStanding, origin, since, bond, traffic, health, fingerprint);
  }

  Neighbor withOrigin(Origin newOrigin) {
    return new Neighbor(
        address, peer, standing, newOrigin, since, bond, traffic, health, fingerprint);
  }

  Neighbor withBond(Bond newBond) {
    return new Neighbor(
        address, peer, standing, origin, since, newBond, traffic, health, fingerprint);
  }

  Neighbor withTraffic(Traffic newTraffic) {
    return new Neighbor(
        address, peer, standing, origin, since, bond, newTraffic, health, fingerprint);
  }

  Neighbor withHealth(Health newHealth) {
    return new Neighbor(
        address, peer, standing, origin, since, bond, traffic, newHealth, fingerprint);
  }

  Neighbor withFingerprint(@Nullable Fingerprint newFingerprint) {
    return new Neighbor(
        address, peer, standing, origin, since, bond, traffic, health, newFingerprint);
  }
}
