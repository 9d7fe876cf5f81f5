package p2pgossip.ui.graph;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.gossip.Mutuality;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Role;
import p2pgossip.ui.faultlook.FaultLook;
import p2pgossip.ui.graph.paint.LegendPictures;
import p2pgossip.ui.hearing.HearingColor;
import p2pgossip.ui.hearing.HearingScale;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.print.InPictures;
import p2pgossip.ui.theme.RolePalette;

/// Explains the shapes, lines and dots of the graph by small pictures of them. It folds up into its
/// title. FX thread only.
///
/// While the spread of a rumour is shown, the legend starts with the colour scale, even when it is
/// folded up, and leaves out the roles that no peer has. It explains faults while they are in
/// force.
public final class GraphLegend extends VBox {

  private static final double TITLE_HEIGHT = 46;
  private static final double KEY_HEIGHT = 94;
  private static final double ROW_HEIGHT = 21;
  private static final int FEWEST_ROWS = 6;

  private final BooleanProperty expanded = new SimpleBooleanProperty(this, "expanded", true);
  private final HearingKey key;
  private final HBox columns = new HBox();
  private final List<Label> rows = new ArrayList<>();
  private final FontIcon arrow = new FontIcon(Feather.CHEVRON_DOWN);
  private int rowsOfColumn = Integer.MAX_VALUE;
  private RolePalette palette = RolePalette.LIGHT;
  private Content shown =
      new Content(
          false, EnumSet.complementOf(EnumSet.of(Role.REFUSED)), Set.of(), false, false, false);

  /// What the legend explains.
  private record Content(
      boolean spread,
      Set<Role> roles,
      Set<FaultLook> faults,
      boolean unsure,
      boolean secure,
      boolean originals) {}

  /// @param coloring what the colours of a spread mean; the user switches it here
  /// @param sized whether the size of a peer says how many copies it has sent; switched here too
  GraphLegend(ObjectProperty<HearingColor> coloring, BooleanProperty sized) {
    super();
    key = new HearingKey(coloring, sized);
    getStyleClass().add("graph-legend");
    columns.getStyleClass().add("columns");
    Button title = new Button("Legend", arrow);
    title.getStyleClass().add("legend-title");
    Hint.on(title, "Show or hide what the shapes and lines mean");
    title.setOnAction(event -> expanded.set(!expanded.get()));
    InPictures.leaveOut(title);
    getChildren().addAll(title, key, columns);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    expanded.addListener(change -> fold());
    setPalette(RolePalette.LIGHT);
  }

  /// Whether the rows are shown, not only the title.
  public BooleanProperty expandedProperty() {
    return expanded;
  }

  private void fold() {
    columns.setVisible(expanded.get());
    columns.setManaged(expanded.get());
    arrow.setIconCode(expanded.get() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
    showInPictures();
  }

  /// Leaves a folded legend out of pictures: its title alone says nothing.
  private void showInPictures() {
    if (expanded.get() || shown.spread) {
      InPictures.takeIn(this);
    } else {
      InPictures.leaveOut(this);
    }
  }

  void setPalette(RolePalette palette) {
    this.palette = palette;
    key.setPalette(palette);
    fill();
  }

  /// Whether it is larger than its title.
  boolean isRoomTaking() {
    return isVisible() && (expanded.get() || shown.spread);
  }

  /// Arranges the rows in as many columns as this height in pixels needs.
  void fitInto(double height) {
    double taken = TITLE_HEIGHT + (shown.spread ? KEY_HEIGHT : 0);
    int fitting = Math.max(FEWEST_ROWS, (int) ((height - taken) / ROW_HEIGHT));
    if (fitting != rowsOfColumn) {
      rowsOfColumn = fitting;
      arrange();
    }
  }

  private void arrange() {
    columns.getChildren().clear();
    int count = Math.ceilDiv(rows.size(), rowsOfColumn);
    // Even columns look better than a full one beside a short one.
    int each = Math.ceilDiv(rows.size(), Math.max(1, count));
    for (int start = 0; start < rows.size(); start += each) {
      VBox column = new VBox();
      column.getStyleClass().add("column");
      column.getChildren().addAll(rows.subList(start, Math.min(rows.size(), start + each)));
      columns.getChildren().add(column);
    }
  }

  /// @param scale the colour scale of the spread that is shown; null if none is
  /// @param originals whether there is a peer that speaks only the original protocol
  void show(
      @Nullable HearingScale scale,
      NetworkPicture picture,
      Set<FaultLook> faults,
      boolean originals) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (scale == null) {
      // A refused peer is rare, so it is explained only if there is one.
      roles.addAll(EnumSet.complementOf(EnumSet.of(Role.REFUSED)));
    } else {
      key.show(scale);
    }
    picture.nodes().values().forEach(node -> roles.add(node.role()));
    Content next =
        new Content(
            scale != null,
            roles,
            Set.copyOf(faults),
            !picture.unsure().isEmpty(),
            picture.secure(),
            originals);
    if (!next.equals(shown)) {
      shown = next;
      fill();
    }
  }

  private void fill() {
    key.setVisible(shown.spread);
    key.setManaged(shown.spread);
    showInPictures();
    rows.clear();
    LegendPictures pictures = new LegendPictures(palette);
    if (shown.spread) {
      addSpread(pictures);
    }
    for (Role role : Role.values()) {
      if (shown.roles.contains(role)) {
        add(pictures.role(role, shown.spread), RolePalette.name(role), RolePalette.meaning(role));
      }
    }
    if (shown.originals) {
      add(pictures.original(shown.spread), "Original", GraphWords.ORIGINAL);
    }
    add(
        pictures.link(Mutuality.MUTUAL),
        "Know each other",
        "The two peers know each other and tell each other their gossip.");
    if (shown.unsure) {
      add(
          pictures.link(Mutuality.UNKNOWN),
          "Knows; back unknown",
          "The peer at the tail knows the one at the arrowhead, which does not say if it knows the"
              + " other.");
    }
    add(
        pictures.link(Mutuality.ONE_WAY),
        "Knows, one way",
        "The peer at the tail knows the one at the arrowhead, but not the other way round.");
    if (shown.secure) {
      add(pictures.encryptedLink(), "Encrypted", "Messages along the link are encrypted (HTTPS).");
    }
    if (shown.spread) {
      add(
          pictures.message(false, true),
          "Other message",
          "A message that is not a copy of a rumour.");
    } else {
      add(pictures.message(false, false), "Message out", "A message that this peer sends.");
      add(pictures.message(true, false), "Message in", "A message that this peer receives.");
      add(pictures.failure(), "Failed", "A message that is not answered.");
    }
    for (FaultLook look : FaultLook.values()) {
      if (shown.faults.contains(look)) {
        add(pictures.fault(look), look.title(), look.meaning());
      }
    }
    arrange();
  }

  private void addSpread(LegendPictures pictures) {
    add(
        pictures.origin(),
        "Told first",
        "The rumour started at this peer, according to its copies.");
    add(pictures.branch(), "First way", "The way of the first copy to reach a peer.");
    add(
        pictures.copy(),
        "Copy",
        "A copy of the rumour on its way. The peer lights up if it is news.");
    add(
        pictures.duplicate(),
        "Known already",
        "A copy fades if the peer knows the rumour already.");
    add(
        pictures.failure(),
        "Lost",
        "A copy that does not arrive, or a message that is not answered.");
    add(pictures.question(), "Question", "A peer asks another for rumours that it has not heard.");
  }

  private void add(Node picture, String name, String meaning) {
    Label label = new Label(name, picture);
    Hint.on(label, meaning);
    label.getStyleClass().add("row");
    label.setMinHeight(ROW_HEIGHT);
    rows.add(label);
  }
}
