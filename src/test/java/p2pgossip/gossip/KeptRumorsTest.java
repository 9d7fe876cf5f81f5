package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static p2pgossip.gossip.SampleRumors.PAUSED;
import static p2pgossip.gossip.TestedEngine.SELF;
import static p2pgossip.gossip.TestedEngine.START;
import static p2pgossip.gossip.TestedEngine.at;
import static p2pgossip.gossip.TestedEngine.begun;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Which rumours are kept, and for how long.
class KeptRumorsTest {

  private static final KnownPeers KNOWN = new KnownPeers();
  private static final Digest NOTHING = new Digest(Set.of(), Digest.Purpose.RECONCILE);

  private static Copy copy(int number, String text) {
    Rumor rumor = new Rumor(new RumorId("r" + number), at(8090), START, text);
    return new Copy(rumor, 1, number + 1);
  }

  @Test
  void aRumorIsNewsOnceAndCountedAfterThat() {
    TestedEngine tested = begun(PAUSED);
    tested.befriend(8081);
    tested.events();
    Sender sender = new Sender.Named(at(8081));
    Copy copy = copy(1, "one");

    assertThat(tested.hear(8081, copy)).isEqualTo(Hearing.NEWS);
    assertThat(tested.hear(8081, copy)).isEqualTo(Hearing.KNOWN);

    assertThat(tested.events())
        .containsExactly(
            new GossipEvent.LinkChanged(START, at(8081), Mutuality.MUTUAL),
            new GossipEvent.RumorHeard(START, copy, sender, false),
            new GossipEvent.RumorRepeated(START, copy, sender, false));
    assertThat(tested.kept())
        .containsExactly(new PeerSnapshot.HeardRumor(copy.rumor(), 1, START, at(8081), 0, 1, true));
  }

  @Test
  void aSentenceIsNoRumor() {
    TestedEngine tested = begun(PAUSED);

    assertThat(tested.hear(new Caller(SELF.ip()), new Message("hello", null)))
        .isEqualTo(Hearing.UNSAID);
  }

  @Test
  void theOldestOfTooManyIsForgottenAndIsNotNewsAgain() {
    TestedEngine tested = begun(PAUSED);
    tested.befriend(8081);
    for (int i = 0; i < 257; i++) {
      tested.hear(8081, copy(i, "text"));
    }

    assertThat(tested.kept()).hasSize(256);
    assertThat(tested.events(GossipEvent.RumorForgotten.class))
        .containsExactly(new GossipEvent.RumorForgotten(START, new RumorId("r0")));
    assertThat(tested.hear(8081, copy(0, "text"))).isEqualTo(Hearing.KNOWN);
    assertThat(tested.kept()).hasSize(256);
  }

  @Test
  void theOldestOfTooManyNamesIsForgottenAndWouldBeNewsAgain() {
    Rumors rumors = new Rumors(Limits.REAL.rumorsKept());
    for (int number = 0; number <= Rumors.MOST_SEEN; number++) {
      rumors.keep(
          new KeptRumor(copy(number, "text").rumor(), 1, START, START, null, 0, Spreading.DEFAULT),
          Bringer.of(null, KNOWN));
    }
    assertThat(rumors.hasSeen(new RumorId("r0"))).isFalse();
    assertThat(rumors.hasSeen(new RumorId("r1"))).isTrue();
    assertThat(rumors.hasSeen(new RumorId("r" + Rumors.MOST_SEEN))).isTrue();
  }

  /// A stranger sends 9,000 rumours, more than names are kept. They must not displace a real one.
  @Test
  void junkOfOneSenderDisplacesNoRumorsOfOthers() {
    TestedEngine tested = begun(PAUSED);
    tested.befriend(8081);
    tested.befriend(8082);
    tested.hear(8081, copy(0, "the real one"));
    for (int i = 1; i <= 9_000; i++) {
      tested.hear(8082, copy(i, "junk"));
    }

    assertThat(tested.kept()).extracting(kept -> kept.rumor().text()).contains("the real one");
    assertThat(tested.hear(8082, copy(0, "another text"))).isEqualTo(Hearing.KNOWN);
    assertThat(tested.kept()).hasSize(Rumors.MOST_KEPT);
  }

  @Test
  void rumorsOfAStrangerBeyondItsShareCountAsSentences() {
    TestedEngine tested = begun(PAUSED.withPaused(false));
    tested.befriend(8081);
    tested.hear(8081, copy(0, "the real one"));
    tested.events();
    InetAddress stranger = InetAddress.ofLiteral("10.6.6.6");
    for (int i = 1; i <= 9_000; i++) {
      PeerAddress claimed = i % 2 == 0 ? null : new PeerAddress(stranger, 1 + i);
      Message junk = new Message("junk", claimed, copy(i, "junk"));
      tested.hear(stranger, junk);
    }

    assertThat(tested.events(GossipEvent.RumorHeard.class)).hasSize(Rumors.MOST_OF_STRANGERS);
    assertThat(tested.kept()).hasSize(1 + Rumors.MOST_OF_STRANGERS);
    assertThat(tested.hear(8081, copy(9_001, "news of a neighbour"))).isEqualTo(Hearing.NEWS);
    assertThat(
            tested.hear(
                new Caller(InetAddress.ofLiteral("10.7.7.7")),
                new Message("of another", null, copy(9_002, "of another"))))
        .isEqualTo(Hearing.NEWS);
  }

  @Test
  void theShareOfAStrangerIsFreedWhenItsRumorsAreForgotten() {
    TestedEngine tested = begun(PAUSED);
    for (int i = 0; i < 100; i++) {
      tested.hear(8081, copy(i, "text"));
    }
    assertThat(tested.kept()).hasSize(Rumors.MOST_OF_STRANGERS);

    tested.pass(Duration.ofMinutes(10));

    assertThat(tested.hear(8081, copy(200, "text"))).isEqualTo(Hearing.NEWS);
  }

  @Test
  void aRumorIsForgottenAfterTenMinutesEvenWhilePaused() {
    TestedEngine tested = begun(PAUSED);
    tested.hear(8081, copy(1, "text"));
    tested.pass(Duration.ofMinutes(4));
    tested.hear(8081, copy(2, "text"));

    tested.pass(Duration.ofMinutes(6));

    assertThat(tested.events(GossipEvent.RumorForgotten.class))
        .containsExactly(
            new GossipEvent.RumorForgotten(START.plus(Duration.ofMinutes(10)), new RumorId("r1")));
    assertThat(tested.kept()).hasSize(1);
  }

  @Test
  void rumorsThatTheUserForgetsAreNotNewsAgain() {
    TestedEngine tested = begun(PAUSED);
    tested.hear(8081, copy(1, "text"));

    tested.drive(tested.engine::forgetRumors);

    assertThat(tested.kept()).isEmpty();
    assertThat(tested.hear(8081, copy(1, "text"))).isEqualTo(Hearing.KNOWN);
    assertThat(tested.ask(8082, NOTHING).copies()).isEmpty();
  }

  @Test
  void forgottenRumorsAreNotAskedForAgain() {
    TestedEngine tested =
        begun(PAUSED.withSpreading(Spreading.DEFAULT.withStrategy(Strategy.PULL)));
    tested.befriend(8081);
    tested.hear(8081, copy(1, "text"));
    tested.drive(tested.engine::forgetRumors);

    tested.step();

    Digest digest = new Digest(Set.of(new RumorId("r1")), Digest.Purpose.PULL);
    assertThat(tested.open()).containsExactly(new Request.Exchange(at(8081), SELF, digest));
  }

  @Test
  void aTextThatIsTooLongIsRefusedInWords() {
    TestedEngine tested = begun(PAUSED);

    assertThatThrownBy(() -> tested.engine.spread("é".repeat(2_049), START))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a rumour's text is longer than 4096 bytes of UTF-8");
  }

  @Test
  void anAnswerHoldsTheNewestThatFitIntoIt() {
    TestedEngine tested = begun(PAUSED);
    tested.befriend(8081);
    for (int i = 0; i < 120; i++) {
      tested.hear(8081, copy(i, "short"));
    }
    List<Copy> newest = tested.ask(8082, NOTHING).copies();
    assertThat(newest).hasSize(100);
    assertThat(newest.getFirst().rumor().id()).isEqualTo(new RumorId("r119"));

    for (int i = 120; i < 140; i++) {
      tested.hear(8081, copy(i, "é".repeat(2_048)));
    }
    assertThat(tested.ask(8082, NOTHING).copies()).hasSize(10);
  }

  @Test
  void theRumorsAskedForInReturnAreBounded() {
    TestedEngine tested = begun(PAUSED);
    Set<RumorId> many = new HashSet<>();
    for (int i = 0; i < Digest.MOST; i++) {
      many.add(new RumorId("r" + i));
    }

    assertThat(tested.ask(8082, new Digest(many, Digest.Purpose.RECONCILE)).wanted()).hasSize(100);
  }

  /// Whatever comes in, in any order: nothing is news twice, and what is kept is bounded.
  @ParameterizedTest
  @EnumSource(Strategy.class)
  void whateverComesInNothingIsNewsTwiceAndWhatIsKeptIsBounded(Strategy strategy) {
    for (int seed = 0; seed < 5; seed++) {
      Random random = new Random(seed);
      TestedEngine tested =
          begun(
              PAUSED
                  .withPaused(random.nextBoolean())
                  .withSpreading(Spreading.DEFAULT.withStrategy(strategy)));
      tested.befriend(8081);
      tested.befriend(8082);
      tested.connectTo(8083);
      for (int i = 0; i < 1_500; i++) {
        actAtRandom(tested, random);
      }

      List<RumorId> news =
          tested.events(GossipEvent.RumorHeard.class).stream()
              .map(heard -> heard.copy().rumor().id())
              .toList();
      assertThat(news).doesNotHaveDuplicates().hasSizeGreaterThan(100);
      assertThat(tested.kept()).hasSizeLessThanOrEqualTo(256);
    }
  }

  private static void actAtRandom(TestedEngine tested, Random random) {
    Copy copy =
        new Copy(
            copy(random.nextInt(600), "x".repeat(random.nextInt(4_097))).rumor(),
            random.nextInt(Copy.MOST_HOPS + 1),
            random.nextLong(1L << 40));
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> tested.hear(8081 + random.nextInt(4), copy);
      case 3 -> checkAnswer(tested, random);
      case 4 -> tested.step();
      case 5 -> tested.pass(Duration.ofSeconds(random.nextInt(5)));
      case 6 -> tested.spread("begun here");
      default -> endOne(tested, copy, random);
    }
  }

  private static void checkAnswer(TestedEngine tested, Random random) {
    Set<RumorId> have = new HashSet<>();
    for (int i = random.nextInt(50); i > 0; i--) {
      have.add(new RumorId("r" + random.nextInt(700)));
    }
    Digest.Purpose[] purposes = Digest.Purpose.values();
    Digest digest = new Digest(have, purposes[random.nextInt(purposes.length)]);
    List<Copy> copies = tested.ask(8081 + random.nextInt(4), digest).copies();
    assertThat(copies).hasSizeLessThanOrEqualTo(100);
    assertThat(copies.stream().mapToInt(KeptRumorsTest::bytes).sum())
        .isLessThanOrEqualTo(48 * 1024);
    assertThat(copies).noneMatch(given -> have.contains(given.rumor().id()));
  }

  private static int bytes(Copy copy) {
    return copy.rumor().text().getBytes(StandardCharsets.UTF_8).length;
  }

  private static void endOne(TestedEngine tested, Copy copy, Random random) {
    List<Request> open = new ArrayList<>(tested.open());
    if (open.isEmpty()) {
      return;
    }
    Request request = open.get(random.nextInt(open.size()));
    if (request instanceof Request.Tell && random.nextInt(4) > 0) {
      Hearing[] hearings = Hearing.values();
      Hearing hearing = hearings[random.nextInt(hearings.length)];
      tested.answer(Request.Tell.class, request.to(), new Reply.Heard(hearing));
    } else if (request instanceof Request.Exchange) {
      Set<RumorId> wanted = Set.of(new RumorId("r" + random.nextInt(600)));
      tested.answer(
          Request.Exchange.class, request.to(), new Reply.Exchanged(List.of(copy, copy), wanted));
    } else if (request instanceof Request.Handshake) {
      tested.introduce(request.to().port());
    }
  }
}
