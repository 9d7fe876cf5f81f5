package p2pgossip.ui.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class InPicturesTest {

  private final Region chart = new Region();
  private final Region button = new Region();
  private final Region words = new Region();
  private final Region card = new Region();
  private final VBox view = new VBox(chart, new VBox(button, words), card);

  private List<Boolean> shown() {
    return List.of(chart, button, words, card).stream().map(Node::isVisible).toList();
  }

  @Test
  void leavesOutControlsAndTakesInWhatStandsForThem() {
    InPictures.leaveOut(button, card);
    InPictures.only(words);
    card.setManaged(false);
    List<Boolean> before = shown();
    List<Boolean> during = InPictures.during(view, this::shown);

    assertThat(before).containsExactly(true, true, false, true);
    assertThat(during).containsExactly(true, false, true, false);
    assertThat(shown()).isEqualTo(before);
    assertThat(card.isManaged()).isFalse();
    assertThat(button.isManaged()).isTrue();
    assertThat(words.isManaged()).isFalse();
  }

  @Test
  void takesInAgainWhatWasLeftOut() {
    InPictures.leaveOut(button);
    InPictures.takeIn(button);

    assertThat(InPictures.during(view, button::isVisible)).isTrue();
  }
}
