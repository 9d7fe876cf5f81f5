package p2pgossip.ui.graph.input;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.PeerLabels;
import p2pgossip.network.Role;
import p2pgossip.ui.model.PeerAction;

/// The context menu of the graph: commands for one peer, and below them those for the whole
/// selection. A command that makes no sense for the peer's role is disabled.
public final class PeerMenu extends ContextMenu {

  /// Adds the commands for one peer.
  ///
  /// @param neighbor whether it is a neighbour of the peer whose picture it is
  public void addActions(PeerAddress peer, Role role, boolean neighbor, GraphActions actions) {
    boolean past = actions.isPast();
    getItems()
        .addAll(
            item(PeerAction.CONNECT, Feather.LINK, peer, role, neighbor, past, actions::connect),
            item(
                PeerAction.DISCONNECT,
                Feather.SLASH,
                peer,
                role,
                neighbor,
                past,
                actions::disconnect),
            item(PeerAction.SEND, Feather.SEND, peer, role, neighbor, past, actions::send),
            new SeparatorMenuItem(),
            item(
                PeerAction.COPY_ADDRESS,
                Feather.COPY,
                peer,
                role,
                neighbor,
                false,
                PeerMenu::copy));
  }

  /// Adds more entries under a heading that says which peers they are for.
  public void addEntries(Set<PeerAddress> selection, String whom, List<MenuEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    boolean alone = getItems().isEmpty();
    if (!alone) {
      getItems().add(new SeparatorMenuItem());
    }
    // If the menu does not open on the peer itself, the heading names it.
    if (selection.size() > 1 || (alone && !selection.isEmpty())) {
      MenuItem heading = new MenuItem(whom);
      heading.setDisable(true);
      heading.getStyleClass().add("heading");
      getItems().add(heading);
    }
    addAll(alone ? unfolded(entries) : entries, getItems());
  }

  private static List<MenuEntry> unfolded(List<MenuEntry> entries) {
    if (!(entries.getFirst() instanceof MenuEntry.Group group)) {
      return entries;
    }
    List<MenuEntry> unfolded = new ArrayList<>(group.items());
    unfolded.addAll(entries.subList(1, entries.size()));
    return unfolded;
  }

  private static void addAll(List<? extends MenuEntry> entries, List<MenuItem> items) {
    boolean first = true;
    for (MenuEntry entry : entries) {
      if (entry.separatorBefore() && !first) {
        items.add(new SeparatorMenuItem());
      }
      first = false;
      items.add(item(entry));
    }
  }

  private static MenuItem item(MenuEntry entry) {
    return switch (entry) {
      case MenuEntry.Item leaf -> {
        MenuItem item = new MenuItem(leaf.text(), new FontIcon(leaf.icon()));
        item.setOnAction(_ -> leaf.action().run());
        yield item;
      }
      case MenuEntry.Group group -> {
        Menu menu = new Menu(group.text(), new FontIcon(group.icon()));
        addAll(group.items(), menu.getItems());
        yield menu;
      }
    };
  }

  /// The heading for a link.
  ///
  /// @param ends the two peers that it joins
  public static String link(Set<PeerAddress> ends, PeerLabels labels) {
    Iterator<PeerAddress> each = ends.iterator();
    return "Between " + labels.whole(each.next()) + " and " + labels.whole(each.next());
  }

  /// The heading for these peers, one at least.
  public static String peers(Set<PeerAddress> selection, PeerLabels labels) {
    return selection.size() == 1
        ? "For " + labels.whole(selection.iterator().next())
        : "For the " + selection.size() + " selected peers";
  }

  private static MenuItem item(
      PeerAction action,
      Feather icon,
      PeerAddress peer,
      Role role,
      boolean neighbor,
      boolean past,
      Consumer<PeerAddress> perform) {
    MenuItem item = new MenuItem(action.text(role, neighbor), new FontIcon(icon));
    item.setDisable(past || !action.suits(role, neighbor));
    item.setOnAction(_ -> perform.accept(peer));
    return item;
  }

  private static void copy(PeerAddress peer) {
    ClipboardContent content = new ClipboardContent();
    content.putString(peer.toString());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
