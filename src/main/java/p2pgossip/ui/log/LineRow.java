package p2pgossip.ui.log;

import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineFormat;
import p2pgossip.journal.LineKind;
import p2pgossip.ui.hint.Hint;

/// One row of the list: the time, the kind, the peer and the text in columns. The text of a line
/// about no peer takes the peer's column too. A row is reused for other lines.
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
  // Texts, since a label costs several times as much and a busy log fills every row in every frame.
  private final Text time = text("time");
  private final FontIcon icon = new FontIcon();
  private final Text peer = text("peer");
  private final Text remark = text("remark");
  private final Label message = new Label();
  private @Nullable JournalLine line;
  private @Nullable LineKind kind;

  LineRow(LineFormat format) {
    this.format = format;
    getStyleClass().add("line-row");
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    setManaged(false);
    setVisible(false);
    message.getStyleClass().add("message");
    message.setMouseTransparent(true);
    getChildren().addAll(time, icon, peer, remark, message);
    Hint.on(this, () -> line != null && isCut() ? format.format(line) : "");
  }

  private static Text text(String style) {
    Text text = new Text();
    text.getStyleClass().add(style);
    text.setMouseTransparent(true);
    return text;
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
    remark.setText(newLine.remark());
    message.setText(newLine.text());
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
    double characterWidth = time.getLayoutBounds().getWidth() / time.getText().length();
    double peerWidth = compact ? 120 : 156;
    peer.setText(cut(peerText(line), (int) (peerWidth / characterWidth)));

    double x = PADDING;
    double messageX = x + time.getLayoutBounds().getWidth() + ICON_WIDTH + 2 * GAP;
    if (line.peer() != null) {
      messageX += peerWidth + GAP;
    }
    double remarkX = messageX;
    if (!remark.getText().isEmpty()) {
      messageX += remark.getLayoutBounds().getWidth() + GAP;
    }
    message.resizeRelocate(
        Math.rint(messageX), 0, Math.max(0, getWidth() - messageX - PADDING), HEIGHT);
    place(time, x);
    x += time.getLayoutBounds().getWidth() + GAP;
    place(icon, x);
    x += ICON_WIDTH + GAP;
    place(peer, x);
    place(remark, remarkX);
  }

  private static void place(Text text, double x) {
    text.relocate(Math.rint(x), Math.rint((HEIGHT - text.getLayoutBounds().getHeight()) / 2));
  }

  private boolean isCut() {
    return message.isTextTruncated() || (line != null && !peer.getText().equals(peerText(line)));
  }

  private static String peerText(JournalLine line) {
    if (line.peer() == null) {
      return "";
    }
    // The name is first, so that its beginning and the port are left where the middle is cut out.
    return line.name() == null ? line.peer().toString() : line.name() + " " + line.peer();
  }

  /// Takes out the middle: an address is told apart by its end, the port, as much as by its start.
  private static String cut(String address, int length) {
    if (address.length() <= length || length < 3) {
      return address;
    }
    int tail = length / 2;
    return address.substring(0, length - tail - 1)
        + "…"
        + address.substring(address.length() - tail);
  }
}
