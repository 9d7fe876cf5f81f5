package p2pgossip.ui.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import p2pgossip.story.Mark;
import p2pgossip.story.MarkWords;
import p2pgossip.story.Story;
import p2pgossip.ui.hint.Hint;

/// Short strokes over the slider of time, where something happened. A click on one goes there. FX
/// thread only.
final class MomentMarks extends Pane {

  /// The slider's thumb can't come nearer to its ends.
  private static final double INSET = 8;

  private static final double WIDTH = 3;
  private static final double HEIGHT = 7;

  /// Strokes that would be nearer to each other are one.
  private static final double APART = 5;

  private final Consumer<Instant> seek;
  private Story story = Story.EMPTY;

  /// The marks of each stroke.
  private List<List<Mark>> groups = List.of();

  private Instant start = Instant.EPOCH;
  private Instant end = Instant.EPOCH;

  /// @param seek is told where to go
  MomentMarks(Consumer<Instant> seek) {
    super();
    this.seek = seek;
    setPickOnBounds(false);
    setMinWidth(0);
  }

  /// @param from the moment at the slider's beginning
  /// @param to that at its end
  void show(Story newStory, Instant from, Instant to) {
    // The end moves all the time. Strokes follow it pixel by pixel.
    Duration pixel = Duration.between(from, to).dividedBy(Math.max(1, (long) getWidth()));
    boolean same =
        newStory.equals(story)
            && start.equals(from)
            && Duration.between(end, to).abs().compareTo(pixel) < 0;
    if (!same) {
      story = newStory;
      start = from;
      end = to;
      requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    List<Double> places = new ArrayList<>();
    List<List<Mark>> fresh = new ArrayList<>();
    double room = getWidth() - 2 * INSET;
    double all = Duration.between(start, end).toNanos();
    for (Mark mark : story.marks()) {
      double passed = Duration.between(start, mark.at()).toNanos();
      if (all <= 0 || room <= 0 || passed < 0 || passed > all) {
        continue;
      }
      double x = INSET + room * passed / all;
      if (!places.isEmpty() && x - places.getLast() < APART) {
        fresh.getLast().add(mark);
      } else {
        places.add(x);
        fresh.add(new ArrayList<>(List.of(mark)));
      }
    }
    if (!fresh.equals(groups)) {
      // Only then: a stroke that is replaced while it is pressed hears of no click.
      groups = fresh;
      getChildren().setAll(groups.stream().map(this::stroke).toList());
    }
    for (int i = 0; i < places.size(); i++) {
      getChildren().get(i).resizeRelocate(places.get(i) - WIDTH / 2, 0, WIDTH, HEIGHT);
    }
  }

  private Region stroke(List<Mark> of) {
    Mark first = of.getFirst();
    Region stroke = new Region();
    stroke.setManaged(false);
    stroke.getStyleClass().addAll("moment-mark", first.kind().name().toLowerCase(Locale.ROOT));
    Hint.on(stroke, () -> words(of));
    stroke.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            seek.accept(first.at());
          }
        });
    return stroke;
  }

  private String words(List<Mark> of) {
    return String.join(
        "\n", of.stream().map(mark -> MarkWords.of(mark, story.since(mark, start))).toList());
  }
}
