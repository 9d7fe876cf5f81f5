package p2pgossip.ui.laboratory;

import java.nio.IntBuffer;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import p2pgossip.laboratory.HeardRounds;
import p2pgossip.ui.hint.HoverCard;
import p2pgossip.ui.theme.RolePalette;

/// The field: a cell for each peer, coloured by the round in which it heard the rumour. The wheel
/// zooms, dragging moves it, a double click shows all of it again. FX thread only.
final class FieldView extends Region {

  private static final double STEP = 1.25;
  private static final double LARGEST_CELL = 64;

  private final ImageView image = new ImageView();
  private final Label where = new Label();
  private final HoverCard card = new HoverCard(where);
  private FieldColors colors = new FieldColors(RolePalette.LIGHT);

  /// Two take turns, so that the one being shown is never drawn into.
  private final Page[] pages = {new Page(1, 1), new Page(1, 1)};

  private int turn;
  private @Nullable HeardRounds heard;
  private FieldLayout layout = new FieldLayout(1, 1, 1, false);
  private int round;
  private int last = 1;

  /// Null while all of it is shown.
  private FieldPainter.@Nullable View zoomed;

  private double grabbedX;
  private double grabbedY;

  private static final class Page {
    private final int width;
    private final int height;
    private final IntBuffer buffer;
    private final PixelBuffer<IntBuffer> shared;
    private final WritableImage image;

    private Page(int width, int height) {
      this.width = width;
      this.height = height;
      buffer = IntBuffer.allocate(width * height);
      shared = new PixelBuffer<>(width, height, buffer, PixelFormat.getIntArgbPreInstance());
      image = new WritableImage(shared);
    }
  }

  FieldView() {
    super();
    setId("lab-field");
    getStyleClass().add("lab-field");
    image.setManaged(false);
    image.setMouseTransparent(true);
    card.getStyleClass().add("reading-card");
    getChildren().addAll(image, card);
    setMinSize(120, 120);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setCursor(Cursor.CROSSHAIR);
    setOnScroll(this::scroll);
    setOnMousePressed(
        event -> {
          grabbedX = event.getX();
          grabbedY = event.getY();
        });
    setOnMouseDragged(this::drag);
    setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            showAll();
          }
        });
    setOnMouseMoved(event -> read(event.getX(), event.getY()));
    setOnMouseExited(_ -> card.setVisible(false));
    card.setVisible(false);
  }

  void setPalette(RolePalette palette) {
    colors = new FieldColors(palette);
    draw();
  }

  /// Shows a run from now on; null for none.
  void show(@Nullable HeardRounds newHeard, FieldLayout newLayout) {
    heard = newHeard;
    layout = newLayout;
    zoomed = null;
    round = 0;
    card.setVisible(false);
    draw();
  }

  /// Shows how it stands after a round.
  ///
  /// @param newLast the round that has the last colour, at least 1
  void show(int newRound, int newLast) {
    if (newRound != round || newLast != last) {
      round = newRound;
      last = newLast;
      draw();
    }
  }

  void zoom(boolean in) {
    zoom(in ? STEP * STEP : 1 / STEP / STEP, getWidth() / 2, getHeight() / 2);
  }

  /// Shows all of it again.
  void showAll() {
    zoomed = null;
    draw();
  }

  private FieldPainter.View view() {
    return zoomed != null ? zoomed : FieldPainter.View.whole(layout, getWidth(), getHeight());
  }

  private void scroll(ScrollEvent event) {
    if (event.getDeltaY() != 0) {
      zoom(event.getDeltaY() > 0 ? STEP : 1 / STEP, event.getX(), event.getY());
      event.consume();
    }
  }

  private void zoom(double factor, double x, double y) {
    FieldPainter.View whole = FieldPainter.View.whole(layout, getWidth(), getHeight());
    FieldPainter.View wanted = view().zoomed(factor, x, y);
    if (wanted.cell() <= whole.cell()) {
      zoomed = null;
    } else if (wanted.cell() <= Math.max(LARGEST_CELL, whole.cell())) {
      zoomed = wanted;
    }
    draw();
  }

  private void drag(MouseEvent event) {
    if (zoomed != null) {
      zoomed = zoomed.moved(event.getX() - grabbedX, event.getY() - grabbedY);
      grabbedX = event.getX();
      grabbedY = event.getY();
      draw();
    }
  }

  private void read(double x, double y) {
    FieldPainter.View view = view();
    int column = (int) Math.floor((x - view.left()) / view.cell());
    int row = (int) Math.floor((y - view.top()) / view.cell());
    int peer = heard == null ? -1 : layout.peer(column, row);
    card.setVisible(peer >= 0);
    if (peer >= 0 && heard != null) {
      where.setText(String.format(Locale.UK, "peer %,d: %s", peer + 1, state(heard, peer)));
      card.showBeside(x, y, 12, getWidth(), getHeight());
    }
  }

  private String state(HeardRounds rounds, int peer) {
    int own = rounds.round(peer);
    if (own == 0) {
      return "the rumour begins here";
    }
    if (own > 0 && own <= round) {
      return "heard it in round " + own;
    }
    return own < 0 && rounds.isCrashed(peer) ? "has crashed" : "has not heard it";
  }

  @Override
  protected void layoutChildren() {
    draw();
  }

  private void draw() {
    int width = (int) Math.floor(getWidth());
    int height = (int) Math.floor(getHeight());
    if (width < 1 || height < 1) {
      return;
    }
    HeardRounds shown = heard;
    image.setVisible(shown != null);
    if (shown == null) {
      return;
    }
    turn = 1 - turn;
    if (pages[turn].width != width || pages[turn].height != height) {
      pages[turn] = new Page(width, height);
    }
    Page page = pages[turn];
    new FieldPainter(shown, layout, view(), round, last, colors)
        .paint(page.buffer.array(), width, height);
    page.shared.updateBuffer(_ -> null);
    image.setImage(page.image);
  }
}
