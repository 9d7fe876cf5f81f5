package p2pgossip.ui.graph;

import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Role;

/// The context menu of a peer in the graph. What makes no sense for its role is greyed out.
final class PeerMenu extends ContextMenu {

  PeerMenu(PeerAddress peer, Role role, GraphActions actions) {
    getItems()
        .addAll(
            item(PeerDeed.CONNECT, Feather.LINK, peer, role, actions::connect),
            item(PeerDeed.DISCONNECT, Feather.SLASH, peer, role, actions::disconnect),
            item(PeerDeed.SEND, Feather.SEND, peer, role, actions::send),
            new SeparatorMenuItem(),
            item(PeerDeed.COPY_ADDRESS, Feather.COPY, peer, role, PeerMenu::copy));
  }

  private static MenuItem item(
      PeerDeed deed, Feather icon, PeerAddress peer, Role role, Consumer<PeerAddress> action) {
    MenuItem item = new MenuItem(deed.text(), new FontIcon(icon));
    item.setDisable(!deed.suits(role));
    item.setOnAction(event -> action.accept(peer));
    return item;
  }

  private static void copy(PeerAddress peer) {
    ClipboardContent content = new ClipboardContent();
    content.putString(peer.toString());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
