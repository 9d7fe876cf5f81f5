package p2pgossip.ui.log;

import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.journal.JournalLine;

/// What can be done with the line under the pointer, or with the one that the keyboard is at.
final class LineMenu {

  private final LogPane pane;
  private final LineView list;
  private final LineSelection selection;
  private final ContextMenu menu = new ContextMenu();
  private final MenuItem only = new MenuItem("Only this peer", new FontIcon(Feather.EYE));
  private final MenuItem hide = new MenuItem("Hide this peer", new FontIcon(Feather.EYE_OFF));
  private @Nullable PeerAddress peer;

  LineMenu(LogPane pane, LineView list, LineSelection selection) {
    this.pane = pane;
    this.list = list;
    this.selection = selection;
  }

  void install() {
    MenuItem copy = new MenuItem("Copy", new FontIcon(Feather.COPY));
    MenuItem all = new MenuItem("Select all");
    only.setOnAction(_ -> withPeer(pane::showOnly));
    hide.setOnAction(_ -> withPeer(pane::hide));
    copy.setOnAction(_ -> pane.copy());
    all.setOnAction(_ -> selection.all());
    menu.getItems().addAll(only, hide, new SeparatorMenuItem(), copy, all);
    list.setOnContextMenuRequested(this::open);
  }

  private void open(ContextMenuEvent event) {
    JournalLine line = selection.leadProperty().get();
    if (line == null) {
      return;
    }
    peer = line.peer();
    only.setText(peer == null ? "Only this peer" : "Only " + line.peerText());
    hide.setText(peer == null ? "Hide this peer" : "Hide " + line.peerText());
    only.setDisable(peer == null);
    hide.setDisable(peer == null);
    if (event.isKeyboardTrigger()) {
      Point2D below = list.localToScreen(40, list.offsetOf(selection.leadIndex() + 1));
      menu.show(list, below.getX(), below.getY());
    } else {
      menu.show(list, event.getScreenX(), event.getScreenY());
    }
    event.consume();
  }

  private void withPeer(Consumer<PeerAddress> action) {
    if (peer != null) {
      action.accept(peer);
    }
  }
}
