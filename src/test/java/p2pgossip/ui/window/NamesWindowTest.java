package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.journal.JournalLine;
import p2pgossip.peer.PeerConfig;
import p2pgossip.peer.RunningPeer;
import p2pgossip.ui.model.PeerViewModel;

/// Names of peers in a window: in its form, in its panes, and the switch between names and
/// addresses.
class NamesWindowTest extends PeerInWindow {

  private @Nullable PeerName ownName() {
    return work.see(() -> work.model().self().map(Peer::name).orElse(null));
  }

  private RunningPeer named(String name, PeerAddress... targets) throws IOException {
    return RunningPeer.start(
        new PeerConfig(0, null, QUIET, List.of(targets)).withName(new PeerName(name)),
        work.runtime(),
        _ -> {});
  }

  private String graphInWords() {
    return work.see(() -> work.<Node>find(".graph-pane").getAccessibleText());
  }

  @Test
  void thePeerHasTheNameThatIsTypedAlsoWhileItRuns() {
    work.type("#port", "0");
    work.type("#name", "  Ana ");
    work.press("#start");
    work.untilModel(PeerViewModel::isRunning);
    PeerAddress own = work.see(() -> work.model().addressProperty().get());

    assertThat(ownName()).isEqualTo(new PeerName("Ana"));
    assertThat(work.textOf("#name")).isEqualTo("Ana");
    work.until(() -> work.textOf("#own-address").equals("Ana " + own));

    work.type("#name", "Bea");
    robot.type(KeyCode.ENTER);
    work.until(() -> work.textOf("#own-address").equals("Bea " + own));
    assertThat(ownName()).isEqualTo(new PeerName("Bea"));
    assertThat(work.see(() -> work.model().addressProperty().get())).isEqualTo(own);

    work.type("#name", " ");
    robot.type(KeyCode.ENTER);
    work.until(() -> work.textOf("#own-address").equals(own.toString()));
    assertThat(ownName()).isNull();
  }

  @Test
  void whatCanNotBeANameIsRefusedBesideTheField() {
    work.type("#name", ":8131");

    assertThat(work.textOf("#name-error"))
        .isEqualTo("A name has no colon, so that it is not taken for an address.");
    assertThat(work.see(() -> work.find("#start").isDisabled())).isTrue();
    assertThat(work.see(() -> work.find("#start-or-stop").isDisabled())).isTrue();

    work.type("#name", "Ana");

    assertThat(work.textOf("#name-error")).isEmpty();
    assertThat(work.see(() -> work.find("#start").isDisabled())).isFalse();
  }

  @Test
  void oneKeyTurnsAllPanesToAddressesAndBack() throws IOException {
    PeerAddress own = work.start();
    try (RunningPeer bea = named("Bea", own)) {
      String address = bea.address().toString();
      String both = address + " (Bea)";
      work.untilModel(it -> it.picture().names().of(bea.address()) != null);
      robot.interact(() -> work.model().selectedProperty().set(bea.address()));

      work.until(() -> work.textOf("#inspector-title").equals(both));
      assertThat(graphInWords()).contains("selected: " + both);

      keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
      work.until(() -> work.textOf("#inspector-title").equals(address));
      assertThat(graphInWords()).contains("selected: " + address + ". ");

      keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
      work.until(() -> work.textOf("#inspector-title").equals(both));
      assertThat(work.see(() -> texts(work.model()))).anyMatch(it -> it.contains(both));
    }
  }

  private static List<String> texts(PeerViewModel model) {
    return model.journal().log().shown().stream().map(JournalLine::text).toList();
  }
}
