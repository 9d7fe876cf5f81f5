package p2pgossip.gossip;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What a [Spreader] sees and may do at one moment: the rumours that are kept under its settings and have hops
/// left, the neighbours, and telling and asking them.
final class Round {

  private final KnownPeers known;
  private final Rumors rumors;
  private final Messages messages;
  private final InterestLoss interestLoss;
  private final Spreading spreading;
  private final RandomGenerator random;
  private final Draft draft;
  private @Nullable List<Neighbor> neighbors;
  private @Nullable List<Neighbor> partners;

  Round(
      KnownPeers known,
      Rumors rumors,
      Messages messages,
      InterestLoss interestLoss,
      Spreading spreading,
      RandomGenerator random,
      Draft draft) {
    this.known = known;
    this.rumors = rumors;
    this.messages = messages;
    this.interestLoss = interestLoss;
    this.spreading = spreading;
    this.random = random;
    this.draft = draft;
  }

  /// Those that are kept under these settings and may be passed on, the oldest first.
  List<KeptRumor> rumors() {
    return rumors.all().stream()
        .filter(rumor -> rumor.mayGoOn() && rumor.spreading().equals(spreading))
        .toList();
  }

  /// All that can be told something, in the order of their addresses.
  List<Neighbor> neighbors() {
    if (neighbors == null) {
      neighbors = known.healthy();
    }
    return neighbors;
  }

  /// `fanout` of the neighbours at random, the same ones whenever it is asked in one round.
  List<Neighbor> partners() {
    if (partners == null) {
      partners = choose(neighbors());
    }
    return partners;
  }

  /// `fanout` at random of those neighbours that can be asked for rumours.
  List<Neighbor> answeringPartners() {
    return choose(neighbors().stream().filter(neighbor -> neighbor.offers(Offer.RUMORS)).toList());
  }

  private List<Neighbor> choose(List<Neighbor> among) {
    List<Neighbor> shuffled = new ArrayList<>(among);
    int count = Math.min(spreading.fanout(), shuffled.size());
    for (int i = 0; i < count; i++) {
      Collections.swap(shuffled, i, random.nextInt(i, shuffled.size()));
    }
    return shuffled.subList(0, count);
  }

  /// Passes a rumour on to a neighbour, unless it is on its way there already.
  void tell(Neighbor to, KeptRumor rumor) {
    if (messages.pass(to, rumor.rumor(), rumor.hops() + 1, draft)
        && Spreader.of(spreading.strategy()).losesInterest()) {
      interestLoss.sent(rumor, spreading.interest(), draft);
    }
  }

  /// Passes a rumour on to a neighbour that this peer has not told it in this way yet.
  void tellOnce(Neighbor to, KeptRumor rumor) {
    if (rumor.tellOnce(to.address())) {
      tell(to, rumor);
    }
  }

  /// Asks a neighbour for rumours, unless it has not answered the last time yet.
  void ask(Neighbor neighbor, Digest.Purpose purpose) {
    messages.ask(neighbor, new Digest(rumors.newestSeen(), purpose), draft);
  }
}
