package p2pgossip.gossip;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A rumour as one peer keeps it, with what came of passing it on.
final class KeptRumor {

  private final Rumor rumor;
  private final int hops;
  private final Instant heardAt;
  private final Instant shownAt;
  private final @Nullable PeerAddress from;
  private final long period;
  private final Set<PeerAddress> told = new HashSet<>();
  private long repeats;
  private boolean passedOn;
  private boolean interesting = true;
  private int contactsCounted;
  private boolean askedUsefully;
  private boolean askedInVain;

  /// @param hops that the first copy made; 0 where the rumour began here
  /// @param heardAt by the time that goes on evenly
  /// @param shownAt the same moment by the clock on the wall
  /// @param from who passed the first copy; null where it began here, or that is not known
  /// @param period how many periods had begun by then
  KeptRumor(
      Rumor rumor,
      int hops,
      Instant heardAt,
      Instant shownAt,
      @Nullable PeerAddress from,
      long period) {
    this.rumor = rumor;
    this.hops = hops;
    this.heardAt = heardAt;
    this.shownAt = shownAt;
    this.from = from;
    this.period = period;
  }

  Rumor rumor() {
    return rumor;
  }

  RumorId id() {
    return rumor.id();
  }

  int hops() {
    return hops;
  }

  Instant heardAt() {
    return heardAt;
  }

  @Nullable PeerAddress from() {
    return from;
  }

  boolean beganHere() {
    return hops == 0;
  }

  void heardAgain() {
    repeats++;
  }

  /// Whether it was passed on to all at once, as [Flood] does.
  boolean isPassedOn() {
    return passedOn;
  }

  void setPassedOn() {
    passedOn = true;
  }

  /// @return whether that neighbour had not been told before
  boolean tellOnce(PeerAddress neighbor) {
    return told.add(neighbor);
  }

  /// Forgets having told all but these, so that the list can't outgrow the neighbours.
  void keepTold(Predicate<PeerAddress> known) {
    told.removeIf(known.negate());
  }

  /// Whether it is a "hot rumour": lost by contacts alone, and only once.
  boolean isInteresting() {
    return interesting;
  }

  void loseInterest() {
    interesting = false;
  }

  /// Counts a contact that speaks against passing it on further.
  ///
  /// @return how many there are now, since the last useful one
  int countContact() {
    return ++contactsCounted;
  }

  void forgetContacts() {
    contactsCounted = 0;
  }

  /// Somebody asked in this period, and lacked it or not.
  void asked(boolean useful) {
    askedUsefully |= useful;
    askedInVain |= !useful;
  }

  boolean isAskedUsefully() {
    return askedUsefully;
  }

  boolean isAskedInVain() {
    return askedInVain;
  }

  void forgetQuestions() {
    askedUsefully = false;
    askedInVain = false;
  }

  /// Whether it came from `asker`, and after the last of so many periods.
  boolean hasJustComeFrom(PeerAddress asker, long periods) {
    return asker.equals(from) && period == periods;
  }

  PeerSnapshot.HeardRumor shown(boolean spreading) {
    return new PeerSnapshot.HeardRumor(rumor, hops, shownAt, from, period, repeats, spreading);
  }
}
