package p2pgossip.ui.model;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.journal.LineKind;
import p2pgossip.ui.command.Command;
import p2pgossip.ui.command.CommandGroup;

/// What the keys do to the window's own peer, and from it to the peer that is selected.
public final class PeerCommands {

  public static final Command<PeerViewModel> PAUSE =
      new Command<>(
          "Shortcut+P",
          "Pause this peer, or resume it",
          model -> model.change(settings -> settings.withPaused(!settings.paused())));

  public static final Command<PeerViewModel> SEND =
      new Command<>(
          "Shortcut+Enter",
          "Send every neighbour a message now",
          model -> {
            if (model.allows(NetworkAction.SEND)) {
              model.sendNow();
            }
          });

  public static final Command<PeerViewModel> UPDATE =
      new Command<>(
          "Shortcut+U",
          "Switch Update on or off",
          model -> model.change(settings -> settings.withUpdate(!settings.update())));

  public static final Command<PeerViewModel> WHOLE_NETWORK =
      new Command<>(
          "Shortcut+E",
          "Show the whole network, or not",
          model -> model.change(settings -> settings.withWholeNetwork(!settings.wholeNetwork())));

  public static final Command<PeerViewModel> NAMES =
      new Command<>(
          "Shortcut+Shift+M",
          "Call peers by names or by addresses",
          model -> model.network().showNames(!model.network().showsNames()));

  public static final Command<PeerViewModel> CONNECT =
      new Command<>(
          "Shortcut+K",
          "Connect to the selected peer",
          model -> withSelected(model, NetworkAction.CONNECT, PeerViewModel::connect));

  public static final Command<PeerViewModel> SEND_SELECTED =
      new Command<>(
          "Shortcut+M",
          "Send the selected peer a message now",
          model -> withSelected(model, NetworkAction.SEND, PeerViewModel::sendNow));

  public static final Command<PeerViewModel> DISCONNECT =
      new Command<>(
          "Shortcut+D",
          "Disconnect the selected peer",
          model -> withSelected(model, NetworkAction.DISCONNECT, PeerViewModel::disconnect));

  private static final Command<PeerViewModel> COPY_ADDRESS =
      new Command<>(
          "Shortcut+Shift+A", "Copy the selected or own address", PeerCommands::copyAddress);

  private static final Command<PeerViewModel> SELECT_NONE =
      new Command<>("Escape", "Select nothing", model -> model.selectedProperty().set(null));

  public static final CommandGroup<PeerViewModel> PEER =
      new CommandGroup<>("This peer", List.of(PAUSE, SEND, UPDATE, WHOLE_NETWORK, NAMES));

  public static final CommandGroup<PeerViewModel> SELECTED =
      new CommandGroup<>(
          "Selected peer", List.of(CONNECT, SEND_SELECTED, DISCONNECT, COPY_ADDRESS, SELECT_NONE));

  private PeerCommands() {}

  private static void withSelected(
      PeerViewModel model, NetworkAction kind, BiConsumer<PeerViewModel, PeerAddress> action) {
    if (!model.allows(kind)) {
      return;
    }
    PeerAddress selected = model.selectedProperty().get();
    if (selected != null) {
      action.accept(model, selected);
    } else {
      model.journal().tell(LineKind.NOTE, null, "Select a peer first: click it in the graph.");
    }
  }

  private static void copyAddress(PeerViewModel model) {
    PeerAddress selected = model.selectedProperty().get();
    PeerAddress copied = selected != null ? selected : model.addressProperty().get();
    if (copied == null) {
      model.journal().tell(LineKind.NOTE, null, "Start this peer first: it has no address yet.");
      return;
    }
    ClipboardContent content = new ClipboardContent();
    content.putString(copied.toString());
    Clipboard.getSystemClipboard().setContent(content);
    model.journal().tell(LineKind.NOTE, copied, copied + " is copied.");
  }
}
