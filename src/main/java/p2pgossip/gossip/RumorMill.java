package p2pgossip.gossip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Handles rumours: hears them, keeps them for a while, passes them on under the [Spreading] that
/// was in force when each came, and answers peers that ask for them.
final class RumorMill {

  /// The most copies, bytes of UTF-8 in their texts, and wanted names in one answer. Together with
  /// the other fields of a copy on the wire they stay under the 64 KiB of an answer, so that no
  /// copy counts as sent that was left out.
  static final int MOST_COPIES = 100;

  static final int MOST_TEXT = 40 * 1024;
  static final int MOST_WANTED = 100;

  private final KnownPeers known;
  private final Messages messages;
  private final RandomGenerator random;
  private final InterestLoss interestLoss;
  private final Rumors rumors;

  RumorMill(KnownPeers known, Messages messages, Limits limits, RandomGenerator random) {
    this.rumors = new Rumors(limits.rumorsKept());
    this.known = known;
    this.messages = messages;
    this.random = random;
    this.interestLoss = new InterestLoss(random);
  }

  /// A copy came in.
  ///
  /// @param sender null if the rumour begins here
  /// @param pulled whether it came in answer to a question
  /// @param period the number of periods that have begun
  Hearing hear(
      Copy copy,
      @Nullable Sender sender,
      boolean pulled,
      long period,
      PeerSettings settings,
      StepBuilder builder) {
    RumorId id = copy.rumor().id();
    if (sender != null && rumors.hasSeen(id)) {
      KeptRumor kept = rumors.get(id);
      if (kept != null) {
        kept.heardAgain();
      }
      builder.happened(new GossipEvent.RumorRepeated(builder.at(), copy, sender, pulled));
      return Hearing.KNOWN;
    }
    Bringer bringer = Bringer.of(sender, known);
    if (sender != null && !rumors.takesFrom(bringer)) {
      // It counts as a sentence and is not passed on.
      builder.happened(new GossipEvent.MessageReceived(builder.at(), sender, copy.rumor().text()));
      return Hearing.UNSAID;
    }
    // A copy from elsewhere has made at least one hop, whatever it says.
    int hops = sender == null ? 0 : Math.max(1, copy.hops());
    KeptRumor news =
        new KeptRumor(
            copy.rumor(),
            hops,
            builder.now(),
            builder.at(),
            sender == null ? null : sender.address(),
            period,
            settings.spreading());
    rumors.keep(news, bringer);
    builder.happened(new GossipEvent.RumorHeard(builder.at(), copy, sender, pulled));
    sweep(builder);
    if (!settings.paused() && news.mayGoOn()) {
      spreader(news).heard(0, round(news.spreading(), news, builder));
    }
    return Hearing.NEWS;
  }

  /// A rumour begins here.
  ///
  /// @param own the address of this peer
  /// @throws IllegalArgumentException when the text is too long
  RumorId begin(
      PeerAddress own, String text, long period, PeerSettings settings, StepBuilder builder) {
    Rumor rumor = new Rumor(RumorId.random(random), own, builder.at(), text);
    hear(new Copy(rumor, 0, 0), null, false, period, settings, builder);
    return rumor.id();
  }

  void beginPeriod(PeerSettings settings, StepBuilder builder) {
    sweep(builder);
    Spreading now = settings.spreading();
    if (rumors.count() == 0) {
      now.strategy().spreader().period(round(now, null, builder));
      return;
    }
    Set<Spreading> earlier = new LinkedHashSet<>();
    for (KeptRumor kept : rumors.all()) {
      kept.keepTold(known::contains);
      if (kept.spreading().strategy().losesInterest()) {
        interestLoss.periodEnded(kept, kept.spreading().interest(), builder);
      }
      if (!kept.spreading().equals(now)) {
        earlier.add(kept.spreading());
      }
    }
    now.strategy().spreader().period(round(now, null, builder));
    for (Spreading before : earlier) {
      before.strategy().spreader().carryOn(round(before, null, builder));
    }
  }

  /// Forgets rumours that are too old or too many.
  void sweep(StepBuilder builder) {
    forgotten(rumors.takeSurplus(builder.now()), builder);
  }

  /// When [#sweep] has something to do again, as [Nanos] tells it; [Nanos#NEVER] while nothing is
  /// kept.
  long nextSweep() {
    return rumors.nextExpiry();
  }

  /// The user wants no rumours kept.
  void forgetAll(StepBuilder builder) {
    forgotten(rumors.takeAll(), builder);
  }

  private static void forgotten(List<RumorId> ids, StepBuilder builder) {
    ids.forEach(id -> builder.happened(new GossipEvent.RumorForgotten(builder.at(), id)));
  }

  /// A peer that was told `copy` said whether it was news. A peer that never says, as the original,
  /// counts as having known it, so that it is not told forever.
  void learned(Copy copy, Hearing hearing, StepBuilder builder) {
    KeptRumor kept = rumors.get(copy.rumor().id());
    if (kept != null && kept.spreading().strategy().losesInterest()) {
      boolean useful = hearing == Hearing.NEWS;
      interestLoss.learned(kept, useful, kept.spreading().interest(), builder);
    }
  }

  /// A peer asks for rumours.
  ///
  /// @param period the number of periods of this peer that have begun
  Reply.Exchanged asked(
      PeerAddress asker, Digest digest, long period, PeerSettings settings, StepBuilder builder) {
    sweep(builder);
    boolean pull = digest.purpose() == Digest.Purpose.PULL;
    List<Copy> copies = new ArrayList<>();
    int text = 0;
    for (KeptRumor kept : rumors.newestFirst()) {
      if (!isGiven(kept, settings) || (pull && !kept.isInteresting())) {
        continue;
      }
      boolean useful = !digest.have().contains(kept.id());
      if (useful) {
        text += kept.rumor().text().getBytes(StandardCharsets.UTF_8).length;
        if (copies.size() == MOST_COPIES || text > MOST_TEXT) {
          break;
        }
        copies.add(messages.give(asker, kept.rumor(), kept.hops() + 1, builder));
      }
      // A peer that pushes and pulls at once already has what it has just brought: that is one
      // contact, not two.
      if (pull && !kept.hasJustComeFrom(asker, period)) {
        kept.asked(useful);
      }
    }
    return new Reply.Exchanged(copies, pull ? Set.of() : wanted(digest));
  }

  /// Whether a peer that asks gets it. While the settings under which it came are in force, every
  /// question gets it; after a change, only a question that would have got it before.
  private static boolean isGiven(KeptRumor kept, PeerSettings settings) {
    return kept.mayGoOn()
        && (kept.spreading().strategy() == settings.spreading().strategy()
            || spreader(kept).answers(kept));
  }

  private Set<RumorId> wanted(Digest digest) {
    Set<RumorId> wanted = new TreeSet<>();
    digest.have().stream()
        .filter(id -> !rumors.hasSeen(id))
        .sorted()
        .limit(MOST_WANTED)
        .forEach(wanted::add);
    return wanted;
  }

  /// A question of this peer was answered. The rumours that the other wants in return are sent.
  void answered(
      PeerAddress by,
      Reply.Exchanged answer,
      long period,
      PeerSettings settings,
      StepBuilder builder) {
    Sender sender = new Sender.Named(by);
    for (Copy copy : answer.copies()) {
      hear(copy, sender, true, period, settings, builder);
    }
    KnownPeer neighbor = known.find(by);
    if (neighbor == null || !neighbor.isHealthy() || answer.wanted().isEmpty()) {
      return;
    }
    for (KeptRumor kept : rumors.all()) {
      if (answer.wanted().contains(kept.id()) && isGiven(kept, settings)) {
        round(kept.spreading(), kept, builder).tell(neighbor, kept);
      }
    }
  }

  /// The number of rumours that are kept.
  int kept() {
    return rumors.count();
  }

  /// The rumours that are kept, the newest first.
  List<PeerSnapshot.HeardRumor> shown() {
    return rumors.newestFirst().stream().map(kept -> kept.shown(isSpreading(kept))).toList();
  }

  boolean isSpreading(RumorId rumor) {
    KeptRumor kept = rumors.get(rumor);
    return kept != null && isSpreading(kept);
  }

  private static boolean isSpreading(KeptRumor kept) {
    return kept.mayGoOn() && spreader(kept).spreads(kept);
  }

  private static Spreader spreader(KeptRumor kept) {
    return kept.spreading().strategy().spreader();
  }

  /// @param about the only rumour on the board; null for all that are kept under these settings
  private Round round(Spreading spreading, @Nullable KeptRumor about, StepBuilder builder) {
    return new Round(known, rumors, messages, interestLoss, spreading, random, builder, about);
  }
}
