package p2pgossip.gossip;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The [Board] of one peer at one moment, with its messages, its rumours as they are when they are
/// first asked for, and its neighbours.
final class Round implements Board {

  private final KnownPeers known;
  private final Rumors kept;
  private final Messages messages;
  private final InterestLoss interestLoss;
  private final Spreading spreading;
  private final RandomGenerator random;
  private final StepBuilder builder;
  private @Nullable List<KeptRumor> rumors;
  private int @Nullable [] partners;

  /// @param about the only rumour on the board; null for all that are kept under these settings
  Round(
      KnownPeers known,
      Rumors kept,
      Messages messages,
      InterestLoss interestLoss,
      Spreading spreading,
      RandomGenerator random,
      StepBuilder builder,
      @Nullable KeptRumor about) {
    this.known = known;
    this.kept = kept;
    this.messages = messages;
    this.interestLoss = interestLoss;
    this.spreading = spreading;
    this.random = random;
    this.builder = builder;
    this.rumors = about == null ? null : List.of(about);
  }

  @Override
  public int rumors() {
    return rumorList().size();
  }

  private List<KeptRumor> rumorList() {
    if (rumors == null) {
      List<KeptRumor> mine = new ArrayList<>(kept.count());
      for (KeptRumor rumor : kept.all()) {
        if (rumor.mayGoOn() && rumor.spreading().equals(spreading)) {
          mine.add(rumor);
        }
      }
      rumors = mine;
    }
    return rumors;
  }

  private KeptRumor rumor(int handle) {
    return rumorList().get(handle);
  }

  @Override
  public boolean beganHere(int rumor) {
    return rumor(rumor).beganHere();
  }

  @Override
  public int hops(int rumor) {
    return rumor(rumor).hops();
  }

  @Override
  public boolean isInteresting(int rumor) {
    return rumor(rumor).isInteresting();
  }

  @Override
  public void loseInterest(int rumor) {
    interestLoss.lose(rumor(rumor), builder);
  }

  @Override
  public boolean isPassedOn(int rumor) {
    return rumor(rumor).isPassedOn();
  }

  @Override
  public void setPassedOn(int rumor) {
    rumor(rumor).setPassedOn();
  }

  @Override
  public Forwarding forwarding() {
    return spreading.forwarding();
  }

  @Override
  public boolean toss(double probability) {
    return random.nextDouble() < probability;
  }

  @Override
  public int neighbors() {
    return known.inOrder().size();
  }

  private KnownPeer neighbor(int handle) {
    return known.inOrder().at(handle);
  }

  @Override
  public boolean takesRumors(int neighbor) {
    return neighbor(neighbor).offers(Offer.RUMORS);
  }

  @Override
  public boolean hasBrought(int neighbor, int rumor) {
    return neighbor(neighbor).address().equals(rumor(rumor).from());
  }

  @Override
  public int[] partners() {
    if (partners == null) {
      partners = new Partners().choose(random, neighbors(), spreading.fanout());
    }
    return partners;
  }

  @Override
  public int[] answeringPartners() {
    int[] answering = known.inOrder().takers();
    int[] chosen = new Partners().choose(random, answering.length, spreading.fanout());
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = answering[chosen[i]];
    }
    return chosen;
  }

  @Override
  public void tell(int neighbor, int rumor) {
    tell(neighbor(neighbor), rumor(rumor));
  }

  void tell(KnownPeer to, KeptRumor rumor) {
    if (messages.pass(to, rumor.rumor(), rumor.hops() + 1, builder)
        && spreading.strategy().losesInterest()) {
      interestLoss.sent(rumor, spreading.interest(), builder);
    }
  }

  @Override
  public void tellOnce(int neighbor, int rumor) {
    if (rumor(rumor).tellOnce(neighbor(neighbor).address())) {
      tell(neighbor, rumor);
    }
  }

  @Override
  public void ask(int neighbor, Digest.Purpose purpose) {
    messages.ask(neighbor(neighbor), new Digest(kept.newestSeen(), purpose), builder);
  }
}
