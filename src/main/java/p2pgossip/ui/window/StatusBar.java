package p2pgossip.ui.window;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineKind;
import p2pgossip.network.NetworkNode;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Role;
import p2pgossip.ui.form.SettingsForm;
import p2pgossip.ui.hint.Elided;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.model.NetworkView;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.Tally;
import p2pgossip.ui.theme.RolePalette;

/// A line of figures at the foot of the window. For a while it also shows the result of what the
/// user asked for, since another view may cover the log. FX thread only.
final class StatusBar extends HBox {

  /// Long enough to be read by a user who was looking at the graph.
  private static final Duration NOTICE = Duration.seconds(12);

  /// In a bar of this width a notice fits beside the figures.
  private static final double WIDE = 1_000;

  /// A long address is cut to this width: its start and its port can still be read.
  private static final double NARROWEST_ADDRESS = 120;

  /// The longest text with an address of IPv4.
  private static final int BRIEF_ADDRESS = "seen from 255.255.255.255:65535".length();

  private final HBox standings = new HBox(14);
  private final Label notice = new Label();
  private final PauseTransition noticed = new PauseTransition(NOTICE);
  private final BooleanProperty crowded = new SimpleBooleanProperty(this, "crowded");
  private final Label traffic = new Label();
  private final Label rhythm = new Label();
  private RolePalette palette = RolePalette.LIGHT;
  private Map<Role, Integer> shown = Map.of();

  StatusBar(PeerViewModel model) {
    super(14);
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    standings.setAlignment(Pos.CENTER_LEFT);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    traffic.setId("traffic");
    traffic.getStyleClass().add(Styles.TEXT_MUTED);
    Hint.on(traffic, "Messages since this peer was started");
    rhythm.getStyleClass().add(Styles.TEXT_MUTED);
    traffic.setMinWidth(Region.USE_PREF_SIZE);
    rhythm.setMinWidth(Region.USE_PREF_SIZE);
    Label address = new Label();
    address.getStyleClass().add("status-address");
    address
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  PeerAddress running = model.addressProperty().get();
                  if (running != null) {
                    return running.toString();
                  }
                  if (model.network().view().opened() != null) {
                    return "recording";
                  }
                  PeerAddress seenFrom = model.network().view().picture().self();
                  return seenFrom == null
                      ? "not running"
                      : "seen from " + model.picture().names().called(seenFrom);
                },
                model.addressProperty(),
                model.network().viewProperty()));
    Elided.inTheMiddle(address, BRIEF_ADDRESS, NARROWEST_ADDRESS);
    if (model.security().isEncrypted()) {
      address.setGraphic(new FontIcon(Feather.LOCK));
      Hint.on(address, () -> address.getText() + " speaks over encrypted connections (HTTPS).");
    }
    notice.setId("notice");
    notice.setWrapText(true);
    notice.setVisible(false);
    notice.managedProperty().bind(notice.visibleProperty());
    // The counts belong to the peer's present run: a past moment and a recording have none.
    BooleanBinding counting =
        Bindings.createBooleanBinding(
            () -> {
              NetworkView view = model.network().view();
              return view.isLive()
                  && (view.opened() == null || model.addressProperty().get() != null);
            },
            model.addressProperty(),
            model.network().viewProperty());
    standings
        .visibleProperty()
        .bind(notice.visibleProperty().not().or(widthProperty().greaterThan(WIDE)));
    standings.managedProperty().bind(standings.visibleProperty());
    traffic.visibleProperty().bind(counting);
    rhythm
        .visibleProperty()
        .bind(counting.and(crowded.not().or(widthProperty().greaterThan(WIDE))));
    rhythm.managedProperty().bind(rhythm.visibleProperty());
    noticed.setOnFinished(_ -> notice.setVisible(false));
    getChildren().addAll(address, standings, notice, gap, traffic, rhythm);
    model.tallyProperty().subscribe(this::showTally);
    model.network().viewProperty().map(NetworkView::picture).subscribe(this::showPicture);
    model.settingsProperty().subscribe(this::showSettings);
    model.journal().toldProperty().subscribe(this::showNotice);
  }

  private void showNotice(@Nullable JournalLine line) {
    if (line == null) {
      noticed.stop();
      notice.setVisible(false);
      return;
    }
    // That a peer is unreachable is said beside the field in which it was named.
    if (line.kind() == LineKind.FAILED) {
      return;
    }
    boolean wrong = line.kind() == LineKind.ERROR;
    notice.setText(line.text());
    notice.setGraphic(new FontIcon(wrong ? Feather.ALERT_TRIANGLE : Feather.INFO));
    notice.pseudoClassStateChanged(Styles.STATE_DANGER, wrong);
    notice.setVisible(true);
    noticed.playFromStart();
  }

  void setDark(boolean dark) {
    palette = RolePalette.of(dark);
    showStandings();
  }

  private void showTally(Tally tally) {
    traffic.setText(
        String.format(
            Locale.UK,
            "%,d out   %,d in   %,d failed",
            tally.sent(),
            tally.received(),
            tally.failed()));
  }

  /// What the graph shows, counted.
  private void showPicture(NetworkPicture picture) {
    Map<Role, Integer> counts = new EnumMap<>(Role.class);
    for (NetworkNode node : picture.nodes().values()) {
      counts.merge(node.role(), 1, Integer::sum);
    }
    if (!counts.equals(shown) || standings.getChildren().isEmpty()) {
      shown = counts;
      showStandings();
    }
  }

  private void showStandings() {
    standings.getChildren().setAll(label(Role.CONNECTED, count(Role.CONNECTED)));
    // Beside refused peers, which are rare, there is no room for zeros.
    boolean refusing = count(Role.REFUSED) > 0;
    addCount(Role.LEARNED, refusing);
    addCount(Role.PENDING, refusing);
    addCount(Role.UNREACHABLE, refusing);
    addCount(Role.REFUSED, true);
    crowded.set(refusing);
  }

  private int count(Role role) {
    return shown.getOrDefault(role, 0);
  }

  private void addCount(Role role, boolean onlySome) {
    int count = count(role);
    if (!onlySome || count > 0) {
      standings.getChildren().add(label(role, count));
    }
  }

  private Node label(Role role, int count) {
    Label label = new Label(count + " " + RolePalette.name(role), palette.swatch(role));
    Hint.on(label, RolePalette.meaning(role));
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private void showSettings(PeerSettings settings) {
    rhythm.setText("every " + SettingsForm.seconds(settings.period()) + " s");
  }
}
