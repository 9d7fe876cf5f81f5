package p2pgossip.ui.window;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.journal.LineKind;
import p2pgossip.ui.graph.GraphPane;
import p2pgossip.ui.log.LogModel;
import p2pgossip.ui.log.LogPane;
import p2pgossip.ui.model.NetworkAction;
import p2pgossip.ui.model.NetworkViewModel;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.swarm.SwarmActions;
import p2pgossip.ui.window.deck.DeckTabs;
import p2pgossip.ui.window.deck.LogDeckView;

/// The keys of a window. Shortcut stands for Ctrl, on macOS for Command. A key works as
/// soon as what it acts on is there.
final class Shortcuts {

  /// Every key and what it does, as the help shows them.
  static final Map<String, String> IN_WORDS = inWords();

  private final Map<KeyCombination, Runnable> byKey;
  private final PeerViewModel model;

  /// Those that act on the peer and its window.
  Shortcuts(Scene scene, PeerViewModel model, WindowActions actions) {
    this.byKey = scene.getAccelerators();
    this.model = model;
    on("F5", actions::startOrStop);
    on("Shortcut+P", () -> model.change(it -> it.withPaused(!it.paused())));
    on(
        "Shortcut+ENTER",
        () -> {
          if (model.allows(NetworkAction.SEND)) {
            model.sendNow();
          }
        });
    on("Shortcut+U", () -> model.change(it -> it.withUpdate(!it.update())));
    on("Shortcut+E", () -> model.change(it -> it.withWholeNetwork(!it.wholeNetwork())));
    on("Shortcut+B", actions::toggleForm);
    on("Shortcut+Shift+S", actions::askForSwarm);
    on("Shortcut+L", actions::typeTargets);
    on("Shortcut+Shift+E", actions::typePassword);
    on("Shortcut+Shift+T", actions::tuneAll);
    on("Shortcut+N", () -> actions.newWindow(false));
    on("Shortcut+Shift+N", () -> actions.newWindow(true));
    on("Shortcut+T", actions::switchTheme);
    on("Shortcut+W", actions::closeWindow);
    on("Shortcut+K", () -> withSelected(NetworkAction.CONNECT, model::connect));
    on("Shortcut+M", () -> withSelected(NetworkAction.SEND, model::sendNow));
    on("Shortcut+D", () -> withSelected(NetworkAction.DISCONNECT, model::disconnect));
    on("Shortcut+Shift+P", this::pauseOrResumeLog);
    on("Shortcut+Shift+K", model.journal().log()::clear);
    on("F1", actions::showHelp);
    on("ESCAPE", () -> model.selectedProperty().set(null));
  }

  void reach(Workspace workspace, LogPane log) {
    on(
        "Shortcut+F",
        () -> {
          workspace.show(LogDeckView.TAB);
          log.focusSearch();
        });
    on("Shortcut+S", log::save);
    on("Shortcut+Shift+C", log::copy);
  }

  void reach(SwarmActions swarm) {
    on("F8", swarm::stepPeriod);
    on("Shortcut+R", () -> swarm.spread("", true));
  }

  void reach(Workspace workspace, NetworkViewModel network) {
    DeckTabs.ALL.forEach(tab -> on(tab.key(), () -> workspace.show(tab)));
    on("Shortcut+Shift+L", network::goLive);
    on("Shortcut+SPACE", workspace::playOrHold);
    on("Shortcut+LEFT", () -> network.step(false));
    on("Shortcut+RIGHT", () -> network.step(true));
  }

  void reach(GraphPane graph) {
    on("Shortcut+G", graph::requestFocus);
    on("Shortcut+PLUS", graph::zoomIn);
    on("Shortcut+EQUALS", graph::zoomIn);
    on("Shortcut+ADD", graph::zoomIn);
    on("Shortcut+MINUS", graph::zoomOut);
    on("Shortcut+SUBTRACT", graph::zoomOut);
    on("Shortcut+0", graph::fit);
    on("Shortcut+Numpad 0", graph::fit);
  }

  private void on(String key, Runnable action) {
    byKey.put(KeyCombination.valueOf(key), action);
  }

  private void pauseOrResumeLog() {
    LogModel log = model.journal().log();
    if (log.pausedProperty().get()) {
      log.resume();
    } else {
      log.pause();
    }
  }

  private void withSelected(NetworkAction kind, Consumer<PeerAddress> action) {
    if (!model.allows(kind)) {
      return;
    }
    PeerAddress selected = model.selectedProperty().get();
    if (selected != null) {
      action.accept(selected);
    } else {
      model.journal().tell(LineKind.NOTE, null, "Select a peer first: click it in the graph.");
    }
  }

  private static Map<String, String> inWords() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("F5", "Start or stop this peer");
    words.put("Ctrl+P", "Pause or go on");
    words.put("Ctrl+Enter", "Send every neighbour a message");
    words.put("Ctrl+U", "Switch Update on or off");
    words.put("Ctrl+E", "Show the whole network, or not");
    words.put("Ctrl+L", "Type whom to connect to");
    words.put("Ctrl+K", "Connect to the selected peer");
    words.put("Ctrl+M", "Send the selected peer a message");
    words.put("Ctrl+D", "Disconnect the selected peer");
    words.put("Ctrl+F", "Search the log");
    words.put("Ctrl+S", "Save the log");
    words.put("Ctrl+Shift+C, P, K", "Copy the log, hold it still, empty it");
    words.put("Ctrl+G", "Go to the graph; Tab goes from peer to peer");
    words.put("Ctrl +, -, 0", "Zoom in, zoom out, fit the graph");
    words.put("Ctrl+1 to 5", "Log, spread, space-time diagram, faults, profile");
    words.put("Ctrl+Space", "Hold the picture, or play on");
    words.put("Ctrl+Left, Right", "One step back or on in what was seen");
    words.put("Ctrl+Shift+L", "Back to what happens now");
    words.put("Ctrl+B", "Hide the form, or show it");
    words.put("Ctrl+Shift+S", "Start a swarm");
    words.put("F8", "The swarm has one period");
    words.put("Ctrl+R", "Spread a rumour in the swarm");
    words.put("Ctrl+Shift+E", "Type the password");
    words.put("Ctrl+Shift+T", "Change the settings of all peers that allow it");
    words.put("Ctrl+N", "Another window with a peer of its own");
    words.put("Ctrl+Shift+N", "The same, connected to this peer");
    words.put("Ctrl+T", "Light or dark");
    words.put("Ctrl+W", "Close this window and end its peer");
    words.put("Escape", "Select nothing");
    words.put("F1", "This help");
    return words;
  }
}
