package p2pgossip.ui.log;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener.Change;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineFormat;

/// A list of lines of one height, of which only the visible ones have nodes. It follows the newest
/// line until the user scrolls away from the end. From then on the lines in view stay where they
/// are, whatever is added at the end or falls off at the front.
///
/// `ListView` does not do: when the selected line falls off, its selection moves to another one,
/// and it keeps a place of the list in view where a log has to keep a line in view.
final class LineView extends Region {

  private final ObservableList<JournalLine> lines;
  private final LineSelection selection;
  private final LineFormat format;
  private final ObjectProperty<@Nullable PeerAddress> highlighted =
      new SimpleObjectProperty<>(this, "highlighted");
  private final ReadOnlyBooleanWrapper following =
      new ReadOnlyBooleanWrapper(this, "following", true);
  private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper(this, "unseen");

  private final List<LineRow> rows = new ArrayList<>();
  private final Sheet sheet = new Sheet();
  private final ScrollBar bar = new ScrollBar();

  /// The height of the list above the upper edge of the view, in pixels.
  private double top;

  /// How many lines have fallen off the front so far. A row is chosen by a line's place plus this
  /// number, so that a line keeps its row while it moves.
  private long rolledOff;

  private long newestSeen;
  private boolean settingBar;

  LineView(ObservableList<JournalLine> lines, LineSelection selection, LineFormat format) {
    this.lines = lines;
    this.selection = selection;
    this.format = format;
    getStyleClass().add("line-view");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setAccessibleText("Gossip log");
    bar.setOrientation(Orientation.VERTICAL);
    bar.setFocusTraversable(false);
    // Unmanaged, since they change in every frame and must not lay out everything else again.
    bar.setManaged(false);
    sheet.setManaged(false);
    getChildren().addAll(sheet, bar);
    setMinHeight(LineRow.HEIGHT);

    lines.addListener(this::linesChanged);
    selection.changesProperty().subscribe(_ -> showRows());
    highlighted.subscribe(_ -> showRows());
    focusedProperty().subscribe(_ -> showRows());
    // A listener, which is told of changes only: the first position is not the user's scrolling.
    bar.valueProperty()
        .subscribe(
            (before, value) -> {
              if (!settingBar) {
                userScrollsTo(value.doubleValue());
              }
            });
    addEventHandler(ScrollEvent.SCROLL, this::wheel);
    sheet.addEventHandler(MouseEvent.MOUSE_PRESSED, this::mousePressed);
    sheet.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::mouseDragged);
    new LineKeys(this, selection).install();
  }

  /// Whether the newest line is kept in view.
  ReadOnlyBooleanProperty followingProperty() {
    return following.getReadOnlyProperty();
  }

  /// How many lines have been added below those that were in view; 0 while following.
  ReadOnlyIntegerProperty unseenProperty() {
    return unseen.getReadOnlyProperty();
  }

  /// The peer whose lines are marked. Setting it moves nothing.
  ObjectProperty<@Nullable PeerAddress> highlightedProperty() {
    return highlighted;
  }

  int lineCount() {
    return lines.size();
  }

  /// How many lines fit into the view, at least 1.
  int pageSize() {
    return Math.max(1, (int) (getHeight() / LineRow.HEIGHT));
  }

  /// Scrolls to the end and follows it from now on.
  void follow() {
    moveTo(bottom());
    following.set(true);
    showRows();
  }

  /// Scrolls just far enough to bring the line at this place into view, as the user would.
  void reveal(int index) {
    double upper = index * LineRow.HEIGHT;
    double lower = upper + LineRow.HEIGHT - getHeight();
    if (upper < top) {
      userScrollsTo(upper);
    } else if (lower > top) {
      userScrollsTo(lower);
    }
  }

  /// How far below the upper edge of this view the line at this place is, in pixels.
  double offsetOf(int index) {
    return index * LineRow.HEIGHT - top;
  }

  private void userScrollsTo(double newTop) {
    moveTo(newTop);
    following.set(top >= bottom());
    showRows();
  }

  private void moveTo(double newTop) {
    top = Math.clamp(Math.rint(newTop), 0, bottom());
  }

  /// The greatest value of [#top].
  private double bottom() {
    return Math.max(0, Math.ceil(lines.size() * LineRow.HEIGHT - getHeight()));
  }

  private void linesChanged(Change<? extends JournalLine> change) {
    while (change.next()) {
      if (change.wasReplaced()) {
        replaced(change.getRemoved());
      } else if (change.wasRemoved() && change.getFrom() == 0) {
        rolledOff += change.getRemovedSize();
        top = Math.max(0, top - change.getRemovedSize() * LineRow.HEIGHT);
        selection.forgetOlder();
      }
    }
    moveTo(following.get() ? bottom() : top);
    showRows();
  }

  /// After a change of the filter, the selected line stays where it is in view, or else the
  /// uppermost one.
  private void replaced(List<? extends JournalLine> before) {
    JournalLine lead = selection.leadProperty().get();
    LineRow leadRow = lead == null ? null : rowOf(lead);
    int first = (int) (top / LineRow.HEIGHT);
    if (lead != null && leadRow != null && isShown(lead)) {
      double offset = leadRow.getLayoutY();
      moveTo(selection.indexAtOrAfter(lead.number()) * LineRow.HEIGHT - offset);
      following.set(top >= bottom());
    } else if (!following.get() && first < before.size()) {
      double hidden = top - first * LineRow.HEIGHT;
      moveTo(selection.indexAtOrAfter(before.get(first).number()) * LineRow.HEIGHT + hidden);
      following.set(top >= bottom());
    }
    selection.forgetMissing();
  }

  private boolean isShown(JournalLine line) {
    int index = selection.indexAtOrAfter(line.number());
    return index < lines.size() && lines.get(index).number() == line.number();
  }

  private @Nullable LineRow rowOf(JournalLine line) {
    for (LineRow row : rows) {
      if (line.equals(row.line())) {
        return row;
      }
    }
    return null;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double barWidth = Math.ceil(bar.prefWidth(-1));
    bar.resizeRelocate(width - barWidth, 0, barWidth, height);
    sheet.resizeRelocate(0, 0, width, height);
    int needed = (int) Math.ceil(height / LineRow.HEIGHT) + 1;
    while (rows.size() < needed) {
      rows.add(new LineRow(format));
    }
    rows.subList(needed, rows.size()).clear();
    if (sheet.nodes().size() != rows.size()) {
      sheet.nodes().setAll(rows);
    }
    moveTo(following.get() ? bottom() : top);
    showRows();
    // The styles of this frame are computed by now: rows that are filled here would be drawn in
    // their old ones.
    rows.forEach(LineRow::applyCss);
  }

  private void showRows() {
    if (rows.isEmpty()) {
      return;
    }
    int first = (int) (top / LineRow.HEIGHT);
    boolean scrollable = bottom() > 0;
    double width = scrollable ? bar.getLayoutX() : getWidth();
    int lead = isFocused() ? selection.leadIndex() : -1;
    for (int index = first; index < first + rows.size(); index++) {
      LineRow row = rows.get((int) ((rolledOff + index) % rows.size()));
      JournalLine line = index < lines.size() ? lines.get(index) : null;
      row.show(
          line,
          line != null && selection.contains(line),
          line != null && index == lead,
          highlighted.get());
      row.resizeRelocate(0, offsetOf(index), width, LineRow.HEIGHT);
    }
    countUnseen();
    showBar(scrollable);
  }

  private void countUnseen() {
    int lastInView = Math.min(lines.size(), (int) ((top + getHeight()) / LineRow.HEIGHT)) - 1;
    if (lastInView >= 0) {
      newestSeen = Math.max(newestSeen, lines.get(lastInView).number());
    }
    unseen.set(following.get() ? 0 : lines.size() - selection.indexAtOrAfter(newestSeen + 1));
  }

  private void showBar(boolean scrollable) {
    settingBar = true;
    bar.setVisible(scrollable);
    bar.setMax(bottom());
    bar.setVisibleAmount(bottom() * getHeight() / (lines.size() * LineRow.HEIGHT));
    bar.setUnitIncrement(LineRow.HEIGHT);
    bar.setBlockIncrement(Math.max(LineRow.HEIGHT, getHeight() - LineRow.HEIGHT));
    bar.setValue(top);
    settingBar = false;
  }

  private void wheel(ScrollEvent event) {
    double pixels =
        switch (event.getTextDeltaYUnits()) {
          case LINES -> event.getTextDeltaY() * LineRow.HEIGHT;
          case PAGES -> event.getTextDeltaY() * getHeight();
          case NONE -> event.getDeltaY();
        };
    if (pixels != 0) {
      userScrollsTo(top - pixels);
      event.consume();
    }
  }

  private void mousePressed(MouseEvent event) {
    requestFocus();
    int index = (int) ((top + event.getY()) / LineRow.HEIGHT);
    if (index >= lines.size()) {
      return;
    }
    if (event.getButton() == MouseButton.SECONDARY) {
      if (!selection.contains(lines.get(index))) {
        selection.only(index);
      }
    } else if (event.isShiftDown()) {
      selection.extendTo(index);
    } else if (event.isShortcutDown()) {
      selection.toggle(index);
    } else {
      selection.only(index);
    }
  }

  private void mouseDragged(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || lines.isEmpty()) {
      return;
    }
    int index =
        Math.clamp((int) Math.floor((top + event.getY()) / LineRow.HEIGHT), 0, lines.size() - 1);
    if (index != selection.leadIndex()) {
      selection.extendTo(index);
      reveal(index);
    }
  }

  /// Holds the rows and clips them at its edges.
  private static final class Sheet extends Region {

    Sheet() {
      getStyleClass().add("sheet");
      Rectangle window = new Rectangle();
      window.widthProperty().bind(widthProperty());
      window.heightProperty().bind(heightProperty());
      setClip(window);
    }

    ObservableList<Node> nodes() {
      return getChildren();
    }
  }
}
