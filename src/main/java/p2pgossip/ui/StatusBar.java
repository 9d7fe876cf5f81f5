package p2pgossip.ui;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Standing;
import p2pgossip.network.Role;
import p2pgossip.ui.graph.RolePalette;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.Tally;
import p2pgossip.ui.settings.SettingsForm;

/// One line of figures at the foot of the window.
final class StatusBar extends HBox {

  private final HBox standings = new HBox(14);
  private final Label traffic = new Label();
  private final Label rhythm = new Label();
  private RolePalette palette = RolePalette.LIGHT;
  private Tally shown = Tally.NONE;

  StatusBar(PeerViewModel model) {
    super(14);
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    standings.setAlignment(Pos.CENTER_LEFT);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    traffic.getStyleClass().add(Styles.TEXT_MUTED);
    Hint.on(traffic, "Messages since this peer was started");
    rhythm.getStyleClass().add(Styles.TEXT_MUTED);
    Label address = new Label();
    address.getStyleClass().add("status-address");
    address
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  PeerAddress running = model.addressProperty().get();
                  return running == null ? "not running" : running.toString();
                },
                model.addressProperty()));
    address.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(address, standings, gap, traffic, rhythm);
    model.tallyProperty().subscribe(this::showTally);
    model.settingsProperty().subscribe(this::showSettings);
  }

  void setDark(boolean dark) {
    palette = RolePalette.of(dark);
    showStandings();
  }

  private void showTally(Tally tally) {
    boolean moved = !tally.neighbors().equals(shown.neighbors());
    shown = tally;
    if (moved || standings.getChildren().isEmpty()) {
      showStandings();
    }
    traffic.setText(
        "%,d out   %,d in   %,d failed".formatted(tally.sent(), tally.received(), tally.failed()));
  }

  private void showStandings() {
    standings
        .getChildren()
        .setAll(
            count(Role.CONNECTED, Standing.CONNECTED),
            count(Role.LEARNED, Standing.LEARNED),
            count(Role.PENDING, Standing.PENDING),
            count(Role.UNREACHABLE, Standing.UNREACHABLE));
    if (shown.count(Standing.REFUSED) > 0) {
      standings.getChildren().add(count(Role.REFUSED, Standing.REFUSED));
    }
  }

  private Node count(Role role, Standing standing) {
    Label label =
        new Label(shown.count(standing) + " " + RolePalette.name(role), palette.swatch(role));
    Hint.on(label, RolePalette.meaning(role));
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private void showSettings(PeerSettings settings) {
    rhythm.setText("every " + SettingsForm.seconds(settings.period()) + " s");
  }
}
