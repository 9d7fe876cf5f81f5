package p2pgossip.gossip;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A rumour as one peer keeps it, with the results of passing it on. It is passed on under the
/// settings that were in force when it came; later settings apply to later rumours only.
final class KeptRumor implements RumorState {

  private final Rumor rumor;
  private final int hops;
  private final Instant heardAt;
  private final Instant shownAt;
  private final @Nullable PeerAddress from;
  private final long period;
  private final Spreading spreading;

  /// Empty for most strategies, which do not ask who was told.
  private Set<PeerAddress> told = Set.of();

  private long repeats;
  private boolean passedOn;
  private boolean interesting = true;
  private int contactsCounted;
  private boolean askedUsefully;
  private boolean askedInVain;

  /// @param hops made by the first copy; 0 if the rumour began here
  /// @param heardAt by the time that proceeds evenly
  /// @param shownAt the same moment by the wall clock
  /// @param from the peer that passed the first copy on; null if the rumour began here or the
  /// sender is not known
  /// @param period the number of periods that had begun by then
  /// @param spreading the settings under which it is spread from then on
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

  /// The settings under which it is spread: those in force when it came.
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

  @Override
  public boolean beganHere() {
    return hops == 0;
  }

  void heardAgain() {
    repeats++;
  }

  @Override
  public boolean isPassedOn() {
    return passedOn;
  }

  void setPassedOn() {
    passedOn = true;
  }

  /// @return whether that neighbour was not told before
  boolean tellOnce(PeerAddress neighbor) {
    if (told.isEmpty()) {
      told = new HashSet<>();
    }
    return told.add(neighbor);
  }

  /// Forgets which neighbours were told, except for these, so that the set stays as small as the
  /// neighbours are.
  void keepTold(Predicate<PeerAddress> known) {
    if (!told.isEmpty()) {
      told.removeIf(known.negate());
    }
  }

  @Override
  public boolean isInteresting() {
    return interesting;
  }

  void loseInterest() {
    interesting = false;
  }

  /// The contacts that count against the rumour, as [Interest#after] counts them.
  int contactsCounted() {
    return contactsCounted;
  }

  void countContacts(int counted) {
    contactsCounted = counted;
  }

  /// A peer asked for rumours in this period, and lacked this one or not.
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

  /// Whether it came from `asker` within the last that many periods.
  boolean hasJustComeFrom(PeerAddress asker, long periods) {
    return asker.equals(from) && period == periods;
  }

  PeerSnapshot.HeardRumor shown(boolean stillSpread) {
    return new PeerSnapshot.HeardRumor(rumor, hops, shownAt, from, period, repeats, stillSpread);
  }
}
