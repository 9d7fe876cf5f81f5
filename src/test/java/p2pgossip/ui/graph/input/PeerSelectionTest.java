package p2pgossip.ui.graph.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static p2pgossip.ui.graph.model.SampleNetwork.peer;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PeerSelectionTest {

  private final PeerSelection selection = new PeerSelection(this);

  @Test
  void selectsAPeerThatIsSetFromOutside() {
    selection.firstProperty().set(peer(1));

    assertThat(selection.all()).containsExactly(peer(1));

    selection.firstProperty().set(null);

    assertThat(selection.all()).isEmpty();
  }

  @Test
  void addsAndRemoves() {
    selection.only(peer(1));
    selection.toggle(peer(2));

    assertThat(selection.first()).isEqualTo(peer(2));
    assertThat(selection.all()).containsExactlyInAnyOrder(peer(1), peer(2));

    selection.toggle(peer(2));

    assertThat(selection.first()).isEqualTo(peer(1));
    assertThat(selection.all()).containsExactly(peer(1));

    selection.toggle(peer(1));

    assertThat(selection.first()).isNull();
    assertThat(selection.all()).isEmpty();
  }

  @Test
  void keepsTheKeptPeersWhenItMovesOn() {
    selection.only(peer(1));
    selection.keep();
    selection.move(peer(2));
    selection.move(peer(3));

    assertThat(selection.all()).containsExactlyInAnyOrder(peer(1), peer(3));

    selection.move(peer(1));
    selection.keep();
    selection.move(peer(2));

    assertThat(selection.all()).containsExactly(peer(2));
  }

  @Test
  void beginsAnewWithAPeerThatWasNotSelected() {
    selection.addAll(List.of(peer(1), peer(2)));
    selection.firstProperty().set(peer(1));

    assertThat(selection.all()).containsExactlyInAnyOrder(peer(1), peer(2));

    selection.firstProperty().set(peer(9));

    assertThat(selection.all()).containsExactly(peer(9));
  }

  @Test
  void removesPeersThatHaveLeft() {
    selection.addAll(List.of(peer(1), peer(2), peer(3)));
    selection.move(peer(3));
    selection.retain(Set.of(peer(1), peer(2)));

    assertThat(selection.all()).containsExactlyInAnyOrder(peer(1), peer(2));
    assertThat(selection.all()).contains(selection.first());
  }

  @Test
  void cannotBeChangedThroughItsView() {
    assertThatThrownBy(() -> selection.all().add(peer(1)))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
