package p2pgossip.ui.window.deck;

import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.ObservableSet;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.command.WindowActions;
import p2pgossip.ui.faults.FaultActions;
import p2pgossip.ui.log.LogPane;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.SwarmViewModel;

/// What the views of one window are made from.
///
/// @param log the window's log, which is there from the start
/// @param selected the peers that are selected in the graph; kept up to date
/// @param light lights up peers in the graph, and no others
/// @param faults what can be made to go wrong
/// @param actions of the window
/// @param background runs what takes a while
public record DeckContext(
    PeerViewModel model,
    SwarmViewModel swarm,
    LogPane log,
    ObservableSet<PeerAddress> selected,
    Consumer<Set<PeerAddress>> light,
    FaultActions faults,
    WindowActions actions,
    Executor background,
    Executor fxThread) {}
