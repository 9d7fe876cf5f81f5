package p2pgossip.ui.graph;

import java.util.function.Consumer;
import java.util.function.Predicate;
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
            item("Connect", Feather.LINK, PeerMenu::canConnect, role, peer, actions::connect),
            item(
                "Disconnect",
                Feather.SLASH,
                PeerMenu::canDisconnect,
                role,
                peer,
                actions::disconnect),
            item("Send a message now", Feather.SEND, PeerMenu::canSend, role, peer, actions::send),
            new SeparatorMenuItem(),
            item("Copy address", Feather.COPY, any -> true, role, peer, PeerMenu::copy));
  }

  /// Whether a peer of this role can be asked for a mutual link, now or once more.
  static boolean canConnect(Role role) {
    return switch (role) {
      case SELF, CONNECTED -> false;
      case LEARNED, PENDING, UNREACHABLE, HEARD_OF -> true;
    };
  }

  static boolean canDisconnect(Role role) {
    return switch (role) {
      case SELF, HEARD_OF -> false;
      case CONNECTED, LEARNED, PENDING, UNREACHABLE -> true;
    };
  }

  static boolean canSend(Role role) {
    return switch (role) {
      case CONNECTED, LEARNED -> true;
      case SELF, PENDING, UNREACHABLE, HEARD_OF -> false;
    };
  }

  private static MenuItem item(
      String text,
      Feather icon,
      Predicate<Role> enabled,
      Role role,
      PeerAddress peer,
      Consumer<PeerAddress> action) {
    MenuItem item = new MenuItem(text, new FontIcon(icon));
    item.setDisable(!enabled.test(role));
    item.setOnAction(event -> action.accept(peer));
    return item;
  }

  private static void copy(PeerAddress peer) {
    ClipboardContent content = new ClipboardContent();
    content.putString(peer.toString());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
