package p2pgossip.ui.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;
import p2pgossip.experiment.Counterpart;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.InterestLabel;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.population.Crashes;
import p2pgossip.population.PopulationSettings;
import p2pgossip.testing.OnScreen;
import p2pgossip.testing.Screen;
import p2pgossip.topology.FromFile;
import p2pgossip.topology.GraphFile;
import p2pgossip.topology.Ring;
import p2pgossip.topology.Topology;
import p2pgossip.ui.dialog.FileChoice;
import p2pgossip.ui.form.FileReading;

@ExtendWith(OnScreen.class)
class RunFormTest {

  private static final PopulationSettings OF_A_FILE =
      new PopulationSettings(
          6,
          new FromFile(
              new GraphFile(
                  Path.of("six.csv"), 6, new Ring().edges(6, new SplittableRandom(1)), 1)),
          Spreading.DEFAULT,
          0.5,
          Crashes.NONE,
          99);

  @SuppressWarnings("NullAway.Init")
  private RunForm form;

  private static final class NoFiles implements FileChoice {
    @Override
    public @Nullable Path toSave(String title, String name, List<Kind> kinds) {
      return null;
    }

    @Override
    public @Nullable Path toOpen(String title, Kind kind) {
      return null;
    }
  }

  @Start
  void open(Stage unused) {
    form = new RunForm(new FileReading(new NoFiles(), Runnable::run, Runnable::run));
  }

  @ParameterizedTest
  @CsvSource({
    "24, ring, push, 2, never, 10000, 0, 0, 0, 7",
    "500, random:7, push-pull, 3, counter:3, 12, 0.2, 0.125, 4, -9223372036854775808",
    "20, torus, gossip1, 1, never, 10000, 0.36, 0, 0, 1",
    "60, small-world:4:0.0001, pull, 1, blind-coin:2, 40, 0.000001, 1, 1000000, 3",
  })
  void whatIsFilledInIsWhatStandsInIt(
      int peers,
      String topology,
      String strategy,
      int fanout,
      String interest,
      int hops,
      double loss,
      double crash,
      int crashAfter,
      long seed) {
    PopulationSettings settings =
        new PopulationSettings(
            peers,
            Topology.parse(topology),
            new Spreading(
                Strategy.labelled(strategy),
                fanout,
                InterestLabel.parse(interest),
                hops,
                Forwarding.DEFAULT),
            loss,
            new Crashes(crash, crashAfter),
            seed);

    // In place of a wiring that has a number of peers of its own.
    Screen.act(() -> form.show(like(OF_A_FILE)));
    assertThat(Screen.see(form::settings)).isEqualTo(OF_A_FILE);
    Screen.act(() -> form.show(like(settings)));

    assertThat(Screen.see(form::settings)).isEqualTo(settings);
  }

  private static Counterpart like(PopulationSettings settings) {
    return new Counterpart(settings, Duration.ofMillis(500), List.of("peers come and go"));
  }

  @Test
  void saysWhatTheSettingsOfPeersLeaveOut() {
    Label whence = (Label) Screen.see(() -> form.lookup("#lab-whence"));
    assertThat(Screen.see(whence::isVisible)).isFalse();

    Screen.act(() -> form.show(like(OF_A_FILE)));

    assertThat(Screen.see(whence::getText))
        .isEqualTo(
            "Filled in from peers on screen: a round stands for their period of 500 ms. It leaves"
                + " out that peers come and go.");
    assertThat(Screen.see(whence::isVisible)).isTrue();
  }
}
