package p2pgossip.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.ui.model.ModelAtWork.TIME_LIMIT;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Tuning;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.testing.Words;
import p2pgossip.ui.model.ForeignSettings.Stage;

class TuningViewModelTest {

  private static final PeerSettings SLOW = PeerSettings.DEFAULT.withPeriod(Duration.ofHours(1));
  private static final Tuning FAST =
      new Tuning(Duration.ofSeconds(2), null, null, null, null, null, null);

  @SuppressWarnings("NullAway.Init")
  private static PeerRuntime runtime;

  @BeforeAll
  static void open() {
    runtime = new PeerRuntime(random -> "Hark", 1, TIME_LIMIT);
  }

  @AfterAll
  static void close() {
    runtime.close();
  }

  private static ModelAtWork model(boolean tunable) {
    return new ModelAtWork(runtime, SLOW.withTunable(tunable));
  }

  private static void untilKnown(ModelAtWork peer, int count) {
    peer.until(it -> it.picture().addressees() == count);
  }

  private static Stage stageOf(PeerViewModel model) {
    return model.tuning().selectedProperty().get().stage();
  }

  @Test
  void asksASelectedPeerThatLetsOthersChangeItHowItIsSet() {
    try (ModelAtWork tuned = model(true);
        ModelAtWork tuner = model(false)) {
      PeerAddress at = tuned.start();
      tuner.start(at);
      untilKnown(tuner, 1);
      tuner.ask(it -> it.selectedProperty().set(at));
      tuner.until(it -> stageOf(it) == Stage.KNOWN);

      PeerSettings told = tuner.see(it -> it.tuning().selectedProperty().get().settings());
      assertThat(told.period()).isEqualTo(Duration.ofHours(1));
    }
  }

  @Test
  void asksNobodyThatDoesNotLetOthersChangeIt() {
    try (ModelAtWork closed = model(false);
        ModelAtWork tuner = model(false)) {
      PeerAddress at = closed.start();
      tuner.start(at);
      untilKnown(tuner, 1);
      tuner.ask(it -> it.selectedProperty().set(at));

      assertThat(tuner.<ForeignSettings>see(it -> it.tuning().selectedProperty().get()))
          .isEqualTo(ForeignSettings.NONE);
      assertThat(tuner.<List<PeerAddress>>see(it -> it.tuning().tunable())).isEmpty();
    }
  }

  @Test
  void changesTheSelectedPeerWhoseWindowShowsWhoHasDoneSo() {
    try (ModelAtWork tuned = model(true);
        ModelAtWork tuner = model(false)) {
      PeerAddress at = tuned.start();
      PeerAddress by = tuner.start(at);
      untilKnown(tuner, 1);
      untilKnown(tuned, 1);
      tuner.ask(it -> it.selectedProperty().set(at));
      tuner.until(it -> stageOf(it) == Stage.KNOWN);
      tuner.ask(it -> it.tuning().change(FAST));
      tuner.until(it -> stageOf(it) == Stage.CHANGED);
      tuned.until(it -> it.settingsProperty().get().period().equals(Duration.ofSeconds(2)));
      String note = tuned.see(it -> it.tuning().noteProperty().get());
      tuned.ask(it -> it.tuning().dismissNote());

      assertThat(note).matches(Words.of(by + " has changed this peer. … period … 2 s."));
      assertThat(tuned.<String>see(it -> it.tuning().noteProperty().get())).isEmpty();
      assertThat(tuned.log())
          .anyMatch(
              line -> Words.of("Changed by " + by + ". … period … 2 s.").matcher(line).matches());
    }
  }

  @Test
  void changesAllThatAllowItAndCountsThem() {
    try (ModelAtWork one = model(true);
        ModelAtWork other = model(true);
        ModelAtWork closed = model(false);
        ModelAtWork tuner = model(false)) {
      tuner.start(one.start(), other.start(), closed.start());
      untilKnown(tuner, 3);
      assertThat(tuner.<Integer>see(it -> it.tuning().known())).isEqualTo(3);
      tuner.ask(it -> it.tuning().changeAll(FAST));
      tuner.until(
          it -> {
            TuningOfAll all = it.tuning().allProperty().get();
            return all != null && all.isOver();
          });

      assertThat(tuner.see(it -> it.tuning().allProperty().get()).inWords())
          .isEqualTo("2 of 2 changed.");
      one.until(it -> it.settingsProperty().get().period().equals(Duration.ofSeconds(2)));
      other.until(it -> it.settingsProperty().get().period().equals(Duration.ofSeconds(2)));
      assertThat(closed.<Duration>see(it -> it.settingsProperty().get().period()))
          .isEqualTo(Duration.ofHours(1));
    }
  }

  @Test
  void saysWhyAPeerWasNotChangedThatAllowsItNoLonger() {
    try (ModelAtWork tuned = model(true);
        ModelAtWork tuner = model(false)) {
      PeerAddress at = tuned.start();
      tuner.start(at);
      untilKnown(tuner, 1);
      tuned.ask(it -> it.change(settings -> settings.withTunable(false)));
      tuner.ask(it -> it.tuning().changeAll(FAST));
      tuner.until(
          it -> {
            TuningOfAll all = it.tuning().allProperty().get();
            return all != null && all.isOver();
          });

      assertThat(tuner.see(it -> it.tuning().allProperty().get()).failed()).containsOnlyKeys(at);
    }
  }

  @Test
  void saysHowManyHaveNotAnsweredAndWhyOthersHaveNotChanged() {
    PeerAddress one = PeerAddress.parse("127.0.0.1:1");
    PeerAddress two = PeerAddress.parse("127.0.0.1:2");
    PeerAddress three = PeerAddress.parse("127.0.0.1:3");
    TuningOfAll all =
        new TuningOfAll(Set.of(one, two, three), Set.of(one), Map.of(two, "it is busy"));

    assertThat(all.inWords())
        .isEqualTo("1 of 3 changed, 1 has not answered.\n127.0.0.1:2: it is busy.");
    assertThat(all.isOver()).isFalse();
    assertThat(all.withChanged(three).isOver()).isTrue();
  }
}
