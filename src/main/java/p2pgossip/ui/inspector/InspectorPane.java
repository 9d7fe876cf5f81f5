package p2pgossip.ui.inspector;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Naming;
import p2pgossip.network.NetworkNode;
import p2pgossip.network.Role;
import p2pgossip.network.Spread;
import p2pgossip.story.Diary;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.model.NetworkView;
import p2pgossip.ui.model.PeerAction;
import p2pgossip.ui.model.PeerCommands;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.theme.RolePalette;

/// What is known of the selected peer, or of this one if none is selected.
public final class InspectorPane extends VBox {

  private final PeerViewModel model;
  private final PeerFacts facts;
  private final Function<PeerAddress, List<String>> news;
  private final Label title = new Label();
  private final Label standing = new Label();
  private final Label trouble = new Label();
  private final Label told = new Label();
  private final GridPane table = new GridPane();
  private final IdentityBox identity;
  private final RemedyBox remedy;
  private final Button connect = new Button(null, new FontIcon(Feather.LINK));
  private final Button send = new Button(null, new FontIcon(Feather.SEND));
  private final Button disconnect = new Button(null, new FontIcon(Feather.X));
  private final Button close = new Button(null, new FontIcon(Feather.X));
  private RolePalette palette = RolePalette.LIGHT;
  private @Nullable Role swatchRole;
  private @Nullable Spread diaryOf;
  private @Nullable PeerAddress diaryBy;
  private Naming diaryNames = Naming.NONE;
  private List<String> diary = List.of();

  /// @param news what the graph tells of a peer beside its role, one sentence each
  /// @param givePassword moves the focus to the field for the password
  /// @param tuning stands below what is known of the peer
  public InspectorPane(
      PeerViewModel model,
      PeerFacts facts,
      Function<PeerAddress, List<String>> news,
      Runnable givePassword,
      Node tuning) {
    super(14);
    this.model = model;
    this.facts = facts;
    this.news = news;
    identity = new IdentityBox(model);
    remedy = new RemedyBox(model, givePassword);
    getStyleClass().add("inspector-pane");
    title.getStyleClass().addAll("peer-address", "inspector-title");
    title.setWrapText(true);
    title.setMaxWidth(Double.MAX_VALUE);
    standing.getStyleClass().add("inspector-standing");
    standing.setWrapText(true);
    trouble.getStyleClass().addAll("form-error", Styles.TEXT_SMALL);
    trouble.setWrapText(true);
    trouble.setId("inspector-trouble");
    told.setId("inspector-news");
    told.setWrapText(true);
    told.setMinHeight(Region.USE_PREF_SIZE);
    told.managedProperty().bind(told.visibleProperty());
    title.setId("inspector-title");
    standing.setId("inspector-standing");
    trouble.managedProperty().bind(trouble.visibleProperty());
    table.setHgap(8);
    table.setVgap(8);
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    table.getColumnConstraints().setAll(names, values);
    close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    Hint.on(close, "Show this peer again (Escape)");
    close.setAccessibleText("Close");
    close.setOnAction(event -> model.selectedProperty().set(null));
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox head = new HBox(8, title, close);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, standing, told, trouble, remedy, table, identity, actions(), tuning);
    model.selectedProperty().subscribe(this::refresh);
    model.network().viewProperty().map(NetworkView::picture).subscribe(_ -> refresh());
    model.stateProperty().subscribe(this::refresh);
    model.network().viewProperty().map(NetworkView::opened).subscribe(_ -> refresh());
    model.network().viewProperty().map(NetworkView::isLive).subscribe(_ -> refresh());
  }

  public void setDark(boolean dark) {
    palette = RolePalette.of(dark);
    swatchRole = null;
    refresh();
  }

  /// Reads everything again. To be called now and then, since it shows durations.
  public void refresh() {
    PeerAddress selected = model.selectedProperty().get();
    @Nullable Role role = roleOf(selected);
    PeerAddress shown = selected != null ? selected : own();
    title.setText(shown == null ? "This peer" : model.picture().names().called(shown));
    standing.setText(meaning(shown, role));
    showSwatch(shown == null ? null : role);
    String words = selected == null ? "" : facts.trouble(selected);
    trouble.setText(words);
    trouble.setVisible(!words.isEmpty());
    tell();
    show(shown == null ? List.of() : facts.of(selected));
    show(close, selected != null);
    boolean past = !model.network().isLive();
    // Both are about the present only.
    identity.show(past ? null : selected);
    remedy.show(past ? null : selected);
    boolean other = model.isRunning() && selected != null && role != Role.SELF && !past;
    offer(connect, PeerAction.CONNECT, other && !remedy.isVisible() ? selected : null, role);
    offer(send, PeerAction.SEND, other ? selected : null, role);
    offer(disconnect, PeerAction.DISCONNECT, other ? selected : null, role);
  }

  /// Updates what the graph says of the peer.
  public void tell() {
    PeerAddress selected = model.selectedProperty().get();
    PeerAddress shown = selected != null ? selected : own();
    told.setText(shown == null ? "" : String.join("\n", said(shown)));
    told.setVisible(!told.getText().isEmpty());
  }

  private List<String> said(PeerAddress peer) {
    List<String> said = new ArrayList<>(news.apply(peer));
    said.addAll(diary(peer, model.network().view()));
    return said;
  }

  /// Written anew only if something has changed: this runs many times a second.
  @SuppressWarnings("ReferenceEquality")
  private List<String> diary(PeerAddress peer, NetworkView view) {
    Spread spread = view.place() == NetworkView.Place.SHOWN ? view.spread() : null;
    Naming names = view.picture().names();
    if (spread != diaryOf || !peer.equals(diaryBy) || !names.equals(diaryNames)) {
      diaryOf = spread;
      diaryBy = peer;
      diaryNames = names;
      diary = spread == null ? List.of() : Diary.of(spread, peer, view.picture().labels()::of);
    }
    return diary;
  }

  private String meaning(@Nullable PeerAddress shown, @Nullable Role role) {
    if (shown == null) {
      return "Not running. Press Start.";
    }
    return role == null
        ? "Not known at present."
        : RolePalette.meaning(model.picture(), new NetworkNode(shown, role));
  }

  /// @param peer null for nobody
  /// @param role null if the peer is not in the picture; it can be asked all the same
  private void offer(
      Button button, PeerAction action, @Nullable PeerAddress peer, @Nullable Role role) {
    boolean neighbor = peer != null && model.picture().isNeighbor(peer);
    Role known = role == null ? Role.HEARD_OF : role;
    show(button, peer != null && action.suits(known, neighbor));
    button.setText(action.text(known, neighbor));
  }

  /// This window's own peer; in a recording, the one whose window recorded it.
  private @Nullable PeerAddress own() {
    PeerAddress running = model.addressProperty().get();
    return running != null || model.network().view().opened() == null
        ? running
        : model.network().self();
  }

  /// Null if the peer was known once but is not in the picture now.
  private @Nullable Role roleOf(@Nullable PeerAddress selected) {
    if (selected == null || selected.equals(own())) {
      return Role.SELF;
    }
    NetworkNode node = model.picture().nodes().get(selected);
    return node == null ? null : node.role();
  }

  /// Replaced only when it changes: this runs every second, and a new node causes a new layout.
  private void showSwatch(@Nullable Role role) {
    if (role == null || role != swatchRole) {
      swatchRole = role;
      standing.setGraphic(role == null ? null : palette.swatch(role));
    }
  }

  private void show(List<Fact> rows) {
    // Labels are reused: this runs every second, and new ones would cause a new layout each time.
    while (table.getChildren().size() > 2 * rows.size()) {
      table.getChildren().removeLast();
    }
    for (int row = 0; row < rows.size(); row++) {
      if (table.getChildren().size() <= 2 * row) {
        Label name = new Label();
        name.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        Label value = new Label();
        value.getStyleClass().add("fact-value");
        value.setWrapText(true);
        table.addRow(row, name, value);
      }
      Fact fact = rows.get(row);
      Label name = (Label) table.getChildren().get(2 * row);
      name.setText(fact.name());
      ((Label) table.getChildren().get(2 * row + 1)).setText(fact.value());
    }
  }

  private VBox actions() {
    connect.getStyleClass().add(Styles.ACCENT);
    connect.setId("inspector-connect");
    send.setId("inspector-send");
    disconnect.setId("inspector-disconnect");
    Hint.on(connect, PeerCommands.CONNECT.hint("Ask it now to become a neighbour"));
    connect.setOnAction(event -> withSelected(model::connect));
    Hint.on(send, PeerCommands.SEND_SELECTED.hint("Send it one message now"));
    send.setOnAction(event -> withSelected(model::sendNow));
    Hint.on(
        disconnect,
        PeerCommands.DISCONNECT.hint("Forget it; it is not learned again until you ask for it"));
    disconnect.getStyleClass().addAll(Styles.BUTTON_OUTLINED, Styles.DANGER);
    disconnect.setOnAction(event -> withSelected(model::disconnect));
    VBox actions = new VBox(8, connect, send, disconnect);
    for (Button button : List.of(connect, send, disconnect)) {
      button.setMaxWidth(Double.MAX_VALUE);
    }
    return actions;
  }

  private void withSelected(Consumer<PeerAddress> action) {
    PeerAddress selected = model.selectedProperty().get();
    if (selected != null) {
      action.accept(selected);
    }
  }

  private static void show(Button button, boolean visible) {
    button.setVisible(visible);
    button.setManaged(visible);
  }
}
