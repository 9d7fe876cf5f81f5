package p2pgossip.gossip;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What this peer knows of another at one moment.
///
/// @param peer what it says of itself; null until the first handshake
/// @param since when it became known
/// @param fingerprint of the last key that it proved its identity with; null over a plain
/// connection
public record Neighbor(
    PeerAddress address,
    @Nullable Peer peer,
    Standing standing,
    Origin origin,
    Instant since,
    Bond bond,
    MessageCounts messages,
    Health health,
    @Nullable Fingerprint fingerprint) {

  /// Which of the two peers has introduced itself to the other, and whether each knows the other
  /// now.
  ///
  /// @param askedFor whether the user wants this link, so that it is made again whenever it is lost
  /// @param toldThem when this peer last introduced itself successfully; null if it has not, or the
  /// other no longer knows of it
  /// @param toldUs when the other last introduced itself here; null in the same cases
  /// @param link what is known of the other's side of the link
  /// @param confirmed when the link was last seen to be mutual; null if it is not
  public record Bond(
      boolean askedFor,
      @Nullable Instant toldThem,
      @Nullable Instant toldUs,
      Mutuality link,
      @Nullable Instant confirmed) {

    public static final Bond NONE = new Bond(false, null, null, Mutuality.ONE_WAY, null);

    /// An introduction is checked within this time, or has failed: both this program and the
    /// original check for 8 s.
    private static final Duration SETTLING = Duration.ofSeconds(10);

    /// A peer that does not say whether it knows this one is taken to do so for this long after it
    /// last showed it.
    static final Duration CONFIRMED_FOR = Duration.ofSeconds(45);

    /// Whether each knows the other now.
    public boolean isMutual() {
      return link == Mutuality.MUTUAL;
    }

    private boolean isIntroduced() {
      return toldThem != null || toldUs != null;
    }

    Bond withAskedFor(boolean value) {
      return new Bond(value, toldThem, toldUs, link, confirmed);
    }

    /// The other accepted this peer's introduction.
    Bond told(Instant now) {
      return new Bond(askedFor, now, toldUs, atLeastUnknown(), confirmed);
    }

    /// The other introduced itself, or something did so in its name.
    Bond called(Instant now) {
      return new Bond(askedFor, toldThem, now, atLeastUnknown(), confirmed);
    }

    private Mutuality atLeastUnknown() {
      return link == Mutuality.ONE_WAY ? Mutuality.UNKNOWN : link;
    }

    /// The other knows this peer.
    Bond confirmed(Instant now) {
      return new Bond(askedFor, toldThem, toldUs, Mutuality.MUTUAL, now);
    }

    /// The other does not know this peer, whatever it was told.
    private Bond denied() {
      return new Bond(askedFor, null, null, Mutuality.ONE_WAY, null);
    }

    /// After a restart, the other knows nothing that it was told before, but the new run may have
    /// introduced itself already.
    Bond afterRestart(Instant now) {
      Instant call = toldUs;
      return call != null && isLately(call, now, SETTLING) ? denied().called(call) : denied();
    }

    /// The other answered a handshake.
    ///
    /// @param knowsThisPeer whether it said that it knows this peer; null if it did not say
    Bond afterAnswer(@Nullable Boolean knowsThisPeer, Instant now) {
      if (knowsThisPeer != null) {
        if (knowsThisPeer) {
          return confirmed(now);
        }
        return isSettling(now) ? this : denied();
      }
      if (link == Mutuality.MUTUAL && !isLately(confirmed, now, CONFIRMED_FOR)) {
        Mutuality known = isIntroduced() ? Mutuality.UNKNOWN : Mutuality.ONE_WAY;
        return new Bond(askedFor, toldThem, toldUs, known, null);
      }
      return this;
    }

    /// Whether the other may still be checking an introduction.
    boolean isSettling(Instant now) {
      return link == Mutuality.UNKNOWN && isLately(toldThem, now, SETTLING);
    }

    /// Whether the user wants the link and this peer should therefore introduce itself.
    boolean mustTell(Instant now) {
      return askedFor && !isMutual() && !isLately(toldThem, now, CONFIRMED_FOR);
    }

    private static boolean isLately(@Nullable Instant then, Instant now, Duration time) {
      return then != null && then.plus(time).isAfter(now);
    }
  }

  /// Messages exchanged with one neighbour.
  ///
  /// @param sent messages sent
  /// @param delivered those that were answered
  /// @param failed those that were not answered in time
  /// @param received messages that came from it
  public record MessageCounts(long sent, long delivered, long failed, long received) {
    public static final MessageCounts NONE = new MessageCounts(0, 0, 0, 0);

    MessageCounts oneSent() {
      return new MessageCounts(sent + 1, delivered, failed, received);
    }

    MessageCounts oneDelivered() {
      return new MessageCounts(sent, delivered + 1, failed, received);
    }

    MessageCounts oneFailed() {
      return new MessageCounts(sent, delivered, failed + 1, received);
    }

    MessageCounts oneReceived() {
      return new MessageCounts(sent, delivered, failed, received + 1);
    }
  }

  /// How well a neighbour answers.
  ///
  /// @param lastHeard when anything last came from it; null if nothing has
  /// @param roundTrip the time from the last answered request to its answer; null before the first
  /// @param failures failed attempts in a row
  /// @param failingSince when it first failed since it last answered; null while it answers
  /// @param nextCheck when it is next asked for a handshake; null while one is pending
  /// @param trouble why the last attempt failed; null after a success
  public record Health(
      @Nullable Instant lastHeard,
      @Nullable Duration roundTrip,
      int failures,
      @Nullable Instant failingSince,
      @Nullable Instant nextCheck,
      @Nullable String trouble) {
    public static final Health UNKNOWN = new Health(null, null, 0, null, null, null);

    /// It answered a handshake. Only a delivered message ends a row of failures, so that a peer
    /// that answers every handshake and no message is not tried forever.
    Health answered(Instant now, Duration newRoundTrip) {
      return new Health(now, newRoundTrip, failures, null, nextCheck, null);
    }

    Health delivered(Instant now, Duration newRoundTrip) {
      return new Health(now, newRoundTrip, 0, null, nextCheck, null);
    }

    Health heard(Instant now) {
      return new Health(now, roundTrip, failures, failingSince, nextCheck, trouble);
    }

    Health failed(String newTrouble, Instant now) {
      Instant since = failingSince == null ? now : failingSince;
      return new Health(lastHeard, roundTrip, failures + 1, since, null, newTrouble);
    }

    Health withTrouble(String newTrouble) {
      return new Health(lastHeard, roundTrip, failures, failingSince, nextCheck, newTrouble);
    }

    Health withNextCheck(@Nullable Instant newNextCheck) {
      return new Health(lastHeard, roundTrip, failures, failingSince, newNextCheck, trouble);
    }
  }

  /// Whether it knows this peer; unknown while it does not answer.
  public Mutuality link() {
    return isHealthy() ? bond.link() : Mutuality.UNKNOWN;
  }

  /// Whether this peer sends it messages.
  public boolean isHealthy() {
    return standing.isHealthy();
  }

  /// What it calls itself; null if it has no name. Believed only once it has answered itself: until
  /// then, others may have described it.
  public @Nullable PeerName name() {
    return peer == null || standing == Standing.PENDING ? null : peer.name();
  }

  /// Whether it says that it understands `offer`.
  public boolean offers(Offer offer) {
    return peer != null && peer.offers().contains(offer);
  }

  /// Whether `other` describes the run that is known here.
  boolean isSameRunAs(Peer other) {
    return peer != null && peer.isSameRunAs(other);
  }

  Neighbor withPeer(Peer newPeer) {
    return new Neighbor(
        address, newPeer, standing, origin, since, bond, messages, health, fingerprint);
  }

  Neighbor withStanding(Standing newStanding) {
    if (newStanding == standing) {
      return this;
    }
    return new Neighbor(
        address, peer, newStanding, origin, since, bond, messages, health, fingerprint);
  }

  Neighbor withOrigin(Origin newOrigin) {
    return new Neighbor(
        address, peer, standing, newOrigin, since, bond, messages, health, fingerprint);
  }

  Neighbor withBond(Bond newBond) {
    return new Neighbor(
        address, peer, standing, origin, since, newBond, messages, health, fingerprint);
  }

  Neighbor withMessages(MessageCounts newMessages) {
    return new Neighbor(
        address, peer, standing, origin, since, bond, newMessages, health, fingerprint);
  }

  /// A message was sent to it.
  Neighbor oneSent() {
    return withMessages(messages.oneSent());
  }

  /// It answered a message.
  Neighbor oneDelivered(Instant now, Duration roundTrip) {
    return new Neighbor(
        address,
        peer,
        standing,
        origin,
        since,
        bond,
        messages.oneDelivered(),
        health.delivered(now, roundTrip),
        fingerprint);
  }

  /// A message came from it, which shows that it knows this peer.
  Neighbor oneReceived(Instant now) {
    return new Neighbor(
        address,
        peer,
        standing,
        origin,
        since,
        bond.confirmed(now),
        messages.oneReceived(),
        health.heard(now),
        fingerprint);
  }

  Neighbor withHealth(Health newHealth) {
    return new Neighbor(
        address, peer, standing, origin, since, bond, messages, newHealth, fingerprint);
  }

  Neighbor withFingerprint(@Nullable Fingerprint newFingerprint) {
    return new Neighbor(
        address, peer, standing, origin, since, bond, messages, health, newFingerprint);
  }
}
