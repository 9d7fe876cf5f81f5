package p2pgossip.gossip;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Neighbor.Bond;
import p2pgossip.gossip.Neighbor.Health;
import p2pgossip.gossip.Neighbor.MessageCounts;

/// One known peer, with what is known of it at the moment. Changed by the thread that drives the
/// engine; any thread may read it at any time without waiting for the engine.
///
/// What a peer knows of its neighbours is nearly all that it keeps, and changes with each answer.
/// So the parts of a [Neighbor] are kept as plain numbers that are changed in place: that takes
/// half the room, and leaves no garbage among what is old. A sequence lock shows a reader whether
/// what it has read was changed meanwhile (Boehm 2012, "Can seqlocks get along with programming
/// language memory models?", section 4).
final class KnownPeer {

  private static final VarHandle VERSION = versionHandle();

  private final PeerAddress address;

  /// Odd while the neighbour is being changed.
  private int version;

  private @Nullable Peer peer;
  private Standing standing;
  private Origin origin;
  private @Nullable Fingerprint fingerprint;
  private long since;

  private Mutuality link;
  private boolean askedFor;
  private long toldThem;
  private long toldUs;
  private long confirmed;

  private long sent;
  private long delivered;
  private long failed;
  private long received;

  private @Nullable String trouble;
  private int failures;
  private long lastHeard;
  private long roundTrip;
  private long failingSince;
  private long nextCheck;

  // What follows is only for the thread that drives the engine.

  private int place = -1;

  private @Nullable Source namedBy;
  private boolean checkedAgain;

  KnownPeer(Neighbor neighbor) {
    address = neighbor.address();
    set(neighbor);
  }

  private static VarHandle versionHandle() {
    try {
      return MethodHandles.lookup().findVarHandle(KnownPeer.class, "version", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  PeerAddress address() {
    return address;
  }

  /// What is known of it, all at one moment.
  Neighbor neighbor() {
    int before = (int) VERSION.getAcquire(this);
    Neighbor read = read();
    return isStill(before) ? read : readAgain();
  }

  private Neighbor readAgain() {
    while (true) {
      Thread.onSpinWait();
      int before = (int) VERSION.getAcquire(this);
      Neighbor read = read();
      if (isStill(before)) {
        return read;
      }
    }
  }

  private boolean isStill(int before) {
    VarHandle.acquireFence();
    return (before & 1) == 0 && before == (int) VERSION.getOpaque(this);
  }

  private Neighbor read() {
    return new Neighbor(
        address,
        peer,
        standing,
        origin,
        Nanos.moment(since),
        new Bond(
            askedFor,
            Nanos.momentOrNull(toldThem),
            Nanos.momentOrNull(toldUs),
            link,
            Nanos.momentOrNull(confirmed)),
        new MessageCounts(sent, delivered, failed, received),
        new Health(
            Nanos.momentOrNull(lastHeard),
            Nanos.timeOrNull(roundTrip),
            failures,
            Nanos.momentOrNull(failingSince),
            Nanos.momentOrNull(nextCheck),
            trouble),
        fingerprint);
  }

  /// Whether this peer sends it messages.
  boolean isHealthy() {
    int _ = (int) VERSION.getAcquire(this);
    return standing.isHealthy();
  }

  /// What is known of the other's side of the link. Only for the thread that drives the engine.
  Mutuality link() {
    return link;
  }

  /// Whether it says that it understands `offer`.
  boolean offers(Offer offer) {
    Peer said = peer;
    return said != null && said.offers().contains(offer);
  }

  /// What is known of it has changed.
  ///
  /// @param now of the same address
  void is(Neighbor now) {
    int before = version;
    VERSION.setOpaque(this, before + 1);
    VarHandle.releaseFence();
    set(now);
    VERSION.setRelease(this, before + 2);
  }

  private void set(Neighbor now) {
    peer = now.peer();
    standing = now.standing();
    origin = now.origin();
    fingerprint = now.fingerprint();
    since = Nanos.of(now.since());
    Bond bond = now.bond();
    link = bond.link();
    askedFor = bond.askedFor();
    toldThem = Nanos.of(bond.toldThem());
    toldUs = Nanos.of(bond.toldUs());
    confirmed = Nanos.of(bond.confirmed());
    MessageCounts messages = now.messages();
    sent = messages.sent();
    delivered = messages.delivered();
    failed = messages.failed();
    received = messages.received();
    Health health = now.health();
    trouble = health.trouble();
    failures = health.failures();
    lastHeard = Nanos.of(health.lastHeard());
    roundTrip = Nanos.of(health.roundTrip());
    failingSince = Nanos.of(health.failingSince());
    nextCheck = Nanos.of(health.nextCheck());
  }

  /// Its place in the [Agenda]; negative while it is in none.
  int place() {
    return place;
  }

  void moveTo(int newPlace) {
    place = newPlace;
  }

  /// The source that named it, while it has not answered; null if none has.
  @Nullable Source namedBy() {
    return namedBy;
  }

  void setNamedBy(@Nullable Source source) {
    namedBy = source;
  }

  /// Whether it was to be checked while a handshake was already pending.
  boolean isCheckedAgain() {
    return checkedAgain;
  }

  void setCheckedAgain(boolean again) {
    checkedAgain = again;
  }
}
