package p2pgossip.gossip;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A rumour as one peer keeps it, with what came of passing it on. It is passed on under the settings that
/// were in force when it came: others concern only what comes after them.
final class KeptRumor {

  private final Rumor rumor;
  private final int hops;
  private final Instant heardAt;
  private final Instant shownAt;
  private final @Nullable PeerAddress from;
  private final long period;
  private final Spreading spreading;
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
  /// @param spreading how it is spread, whatever settings are in force later
  KeptRumor(
      Rumor rumor,
      int hops,
      Instant heardAt,
      Instant shownAt,
      @Nullable PeerAddress from,
      long period,
      Spreading spreading) {
    this.rumor = rumor;
    this.hops = hops;
    this.heardAt = heardAt;
    this.shownAt = shownAt;
    this.from = from;
    this.period = period;
    this.spreading = spreading;
  }

  /// How it is spread: as the settings had it when it came to be kept here.
  Spreading spreading() {
    return spreading;
  }

  /// Whether it has hops left.
  boolean mayGoOn() {
    return hops < spreading.hopLimit();
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

  /// Whether the peer still wants to pass it on: a "hot rumour". Once lost, that does not come back.
  boolean isInteresting() {
    return interesting;
  }

  void loseInterest() {
    interesting = false;
  }

  /// The contacts that speak against passing it on further, as [Interest#after] counts them.
  int contactsCounted() {
    return contactsCounted;
  }

  void countContacts(int counted) {
    contactsCounted = counted;
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

  PeerSnapshot.HeardRumor shown(boolean stillSpread) {
    return new PeerSnapshot.HeardRumor(rumor, hops, shownAt, from, period, repeats, stillSpread);
  }
}
