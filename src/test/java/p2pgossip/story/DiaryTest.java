package p2pgossip.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Path;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.InterestLabel;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;

class DiaryTest {

  private static Spreading by(Strategy strategy) {
    return new Spreading(strategy, 2, Interest.NEVER_LOST, 256);
  }

  private static List<String> diary(Tale tale, RumorId rumor, int peer) {
    return Diary.of(tale.measured(rumor).spread(), tale.peer(peer), Object::toString);
  }

  @Test
  void saysWhomAPeerHasToldAndWhatItWasThere() {
    Tale tale = new Tale(3, by(Strategy.FLOOD), 1).line();
    RumorId rumor = tale.tell(4);

    assertThat(diary(tale, rumor, 0)).hasSize(1).first().asString().endsWith("where it was news.");
    assertThat(diary(tale, rumor, 2)).isEmpty();
  }

  @Test
  void saysThatCopiesWereLost() {
    Tale tale = new Tale(3, by(Strategy.FLOOD), 1).line();
    tale.begin(new Fault.Block<>(new Path.Everywhere<>()));

    assertThat(diary(tale, tale.tell(20), 0)).first().asString().endsWith("lost on the way.");
  }

  @Test
  void saysWhetherItStillPassesTheRumorOn() {
    Tale tale = new Tale(5, by(Strategy.PUSH), 1).line();
    RumorId going = tale.tell(3);
    Tale over =
        new Tale(5, new Spreading(Strategy.PUSH, 1, InterestLabel.parse("blind-counter:1"), 256), 4)
            .line();
    RumorId ended = over.tell(40);

    assertThat(diary(tale, going, 0)).anyMatch(line -> line.contains(" (2 times), where it was"));
    assertThat(diary(tale, going, 0)).last().isEqualTo("Still passes it on.");
    assertThat(diary(over, ended, 0)).last().isEqualTo("Lost interest in it.");
  }

  @Test
  void saysWhyItDoesNotPassTheRumorOn() {
    Tale far = new Tale(4, new Spreading(Strategy.FLOOD, 1, Interest.NEVER_LOST, 1), 1).line();
    Tale direct = new Tale(4, by(Strategy.DIRECT), 1).line();

    assertThat(diary(far, far.tell(4), 1)).last().asString().contains("as many hops as");
    assertThat(diary(direct, direct.tell(4), 1))
        .last()
        .asString()
        .contains("only the peer at which");
  }

  @Test
  void hasNothingToSayOfAPeerThatHasNotHeardIt() {
    Tale tale = new Tale(4, by(Strategy.DIRECT), 1).line();

    assertThat(diary(tale, tale.tell(4), 3)).isEmpty();
  }
}
