package p2pgossip.ui.spread;

import atlantafx.base.theme.PrimerLight;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.network.RumorSummary;
import p2pgossip.network.Spread;
import p2pgossip.network.SpreadFigures;
import p2pgossip.story.Mark;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;
import p2pgossip.testing.Recorder;
import p2pgossip.ui.figure.Figure;

@ExtendWith(OnScreen.class)
abstract class SpreadPaneOnScreen {

  static final String GOES_ON = ". Not over: something may carry it further.";

  static final Spread NEWEST = SampleSpread.push("Newest", 24, 8, 2, 0, 3);
  static final Spread MIDDLE = SampleSpread.push("In the middle", 24, 3, 1, 0.3, 2);
  static final Spreading PUSH =
      new Spreading(Strategy.PUSH, 2, Interest.NEVER_LOST, Copy.MOST_HOPS);

  static final Spread OLDEST = SampleSpread.push("Oldest", 8, 8, 1, 0, 1);

  /// The first happened before the rumour was told, and the last after all that the charts show.
  static final List<Mark> MARKS =
      List.of(
          new Mark(SampleSpread.at(-1), Mark.Kind.BEGAN, "24 peers, ring"),
          new Mark(SampleSpread.BORN, Mark.Kind.TOLD, "\"Hark\""),
          new Mark(SampleSpread.at(0.5), Mark.Kind.FAULT, "loss of 20 % everywhere"),
          new Mark(SampleSpread.at(500), Mark.Kind.HEALED, "no loss any more"));

  final Hand robot = new Hand();
  final Recorder<String> asked = new Recorder<>();

  @SuppressWarnings("NullAway.Init")
  SpreadPane pane;

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    pane = new SpreadPane();
    pane.setActions(new RecordingActions());
    pane.setTheories(new Theories(Runnable::run, Platform::runLater));
    stage.setScene(new Scene(pane, 320, 900));
    stage.show();
  }

  void show(@Nullable String obstacle, Spread... shown) {
    robot.interact(
        () -> {
          pane.show(view(obstacle, shown));
          pane.applyCss();
          pane.layout();
        });
  }

  /// The first is the chosen one.
  static SpreadView view(@Nullable String obstacle, Spread... shown) {
    List<RumorSummary> rumors =
        List.of(NEWEST, MIDDLE, OLDEST).stream()
            .map(it -> new RumorSummary(it.rumor(), it.arrivals().size(), it.population()))
            .toList();
    return new SpreadView(
        rumors,
        shown.length == 0 ? null : shown[0].rumor().id(),
        Arrays.stream(shown).map(SpreadPaneTest::named).toList(),
        MARKS,
        SampleSpread.at(10),
        true,
        obstacle);
  }

  static NamedSpread named(Spread spread) {
    return new NamedSpread(MeasuredSpread.of(spread, SampleSpread.at(10), _ -> false));
  }

  Labeled figure(Figure<SpreadFigures> figure) {
    return robot.lookup("#figure-" + figure.name() + " .figure-value").queryLabeled();
  }

  List<RumorCell> cells() {
    return robot
        .lookup(node -> node instanceof RumorCell cell && !cell.isEmpty())
        .<RumorCell>queryAll()
        .stream()
        .sorted((one, other) -> Integer.compare(one.getIndex(), other.getIndex()))
        .toList();
  }

  private final class RecordingActions implements SpreadActions {
    @Override
    public void seek(Instant moment) {
      asked.accept("seek " + Duration.between(SampleSpread.BORN, moment).toMillis() + " ms");
    }

    @Override
    public void light(Set<PeerAddress> peers) {
      asked.accept("light " + peers.stream().sorted().map(PeerAddress::toString).toList());
    }

    @Override
    public void openInLaboratory(NamedSpread spread) {
      asked.accept("laboratory " + spread.name());
    }

    @Override
    public void spread(String text, Start start) {
      asked.accept("spread " + text + " " + start);
    }

    @Override
    public void choose(RumorId rumor) {
      asked.accept("choose " + rumor);
    }

    @Override
    public void compare(RumorId rumor, boolean shown) {
      asked.accept("compare " + rumor + " " + shown);
    }

    @Override
    public void remove(NamedSpread spread) {
      asked.accept("remove " + spread.key());
    }
  }
}
