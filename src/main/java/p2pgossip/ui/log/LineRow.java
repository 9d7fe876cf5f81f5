package p2pgossip.ui.log;

import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineFormat;
import p2pgossip.journal.LineKind;

/// One row of the list: the time, the kind, the peer and the text in columns. It is used for one
/// line after another.
final class LineRow extends Region {

  static final double HEIGHT = 24;

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass LEAD = PseudoClass.getPseudoClass("lead");
  private static final PseudoClass SAME_PEER = PseudoClass.getPseudoClass("same-peer");

  private static final double GAP = 10;
  private static final double PADDING = 10;
  private static final double ICON_WIDTH = 14;

  /// Below this width the time goes without milliseconds and the peer's column is narrower.
  private static final double COMPACT_BELOW = 700;

  private final LineFormat format;
  private final Label time = label("time");
  private final FontIcon icon = new FontIcon();
  private final Label peer = label("peer");
  private final Label remark = label("remark");
  private final Label text = label("message");
  private final Tooltip tooltip = new Tooltip();
  private @Nullable JournalLine line;
  private @Nullable LineKind kind;

  LineRow(LineFormat format) {
    this.format = format;
    getStyleClass().add("line-row");
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    setManaged(false);
    setVisible(false);
    // An address is told apart by its end, the port, as much as by its start.
    peer.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    getChildren().addAll(time, icon, peer, remark, text);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(520);
    tooltip.setShowDelay(Duration.millis(400));
    tooltip.setShowDuration(Duration.INDEFINITE);
    tooltip.setOnShowing(_ -> tooltip.setText(line == null ? "" : format.format(line)));
    setOnMouseEntered(
        _ -> {
          if (text.isTextTruncated() || peer.isTextTruncated()) {
            Tooltip.install(this, tooltip);
          }
        });
    setOnMouseExited(_ -> Tooltip.uninstall(this, tooltip));
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setAlignment(Pos.CENTER_LEFT);
    label.setMouseTransparent(true);
    return label;
  }

  @Nullable JournalLine line() {
    return line;
  }

  /// @param newLine what to show; null for an empty row
  /// @param lead whether it is the line that the keyboard acts on
  /// @param highlighted the peer whose lines are marked
  void show(
      @Nullable JournalLine newLine,
      boolean selected,
      boolean lead,
      @Nullable PeerAddress highlighted) {
    if (!Objects.equals(newLine, line)) {
      fill(newLine);
    }
    pseudoClassStateChanged(SELECTED, selected);
    pseudoClassStateChanged(LEAD, lead);
    pseudoClassStateChanged(
        SAME_PEER, newLine != null && highlighted != null && highlighted.equals(newLine.peer()));
  }

  private void fill(@Nullable JournalLine newLine) {
    line = newLine;
    setVisible(newLine != null);
    if (newLine == null) {
      return;
    }
    if (newLine.kind() != kind) {
      if (kind != null) {
        pseudoClassStateChanged(KindLook.of(kind).style(), false);
      }
      kind = newLine.kind();
      pseudoClassStateChanged(KindLook.of(kind).style(), true);
      icon.setIconCode(KindLook.of(kind).icon());
    }
    peer.setText(newLine.peer() == null ? "" : newLine.peer().toString());
    remark.setText(newLine.remark());
    text.setText(newLine.text());
    setAccessibleText(format.format(newLine));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    if (line == null) {
      return;
    }
    boolean compact = getWidth() < COMPACT_BELOW;
    String whole = format.time(line);
    time.setText(compact ? whole.substring(0, "HH:mm:ss".length()) : whole);
    double x = PADDING;
    x = place(time, x, Math.ceil(time.prefWidth(-1)));
    icon.relocate(x, Math.round((HEIGHT - icon.getLayoutBounds().getHeight()) / 2));
    x += ICON_WIDTH + GAP;
    x = place(peer, x, compact ? 120 : 156);
    if (!remark.getText().isEmpty()) {
      x = place(remark, x, Math.min(Math.ceil(remark.prefWidth(-1)), getWidth() / 4));
    }
    place(text, x, Math.max(0, getWidth() - x - PADDING));
  }

  private static double place(Label label, double x, double width) {
    label.resizeRelocate(x, 0, width, HEIGHT);
    return x + width + GAP;
  }
}
