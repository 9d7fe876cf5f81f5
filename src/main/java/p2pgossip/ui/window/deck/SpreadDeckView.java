package p2pgossip.ui.window.deck;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import p2pgossip.ui.model.NetworkAction;
import p2pgossip.ui.model.NetworkView;
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.SwarmViewModel;
import p2pgossip.ui.print.Sight;
import p2pgossip.ui.spread.SpreadPane;
import p2pgossip.ui.spread.SpreadView;
import p2pgossip.ui.spread.Theories;

/// How rumours spread: their list, their figures, their charts.
public final class SpreadDeckView implements DeckView {

  public static final DeckTab TAB =
      new DeckTab(
          "Spread",
          Feather.TRENDING_UP,
          "Shortcut+2",
          "how far a rumour has come",
          DeckPlace.CHARTS,
          SpreadPane.sights(),
          SpreadDeckView::new);

  private final PeerViewModel model;
  private final SwarmViewModel swarm;
  private final SpreadPane pane = new SpreadPane();

  private SpreadDeckView(DeckContext context) {
    model = context.model();
    swarm = context.swarm();
    pane.setActions(new SpreadCommands(model, swarm, context.light(), context.actions()));
    pane.setTheories(new Theories(context.background(), context.fxThread()));
  }

  @Override
  public Node pane() {
    return pane;
  }

  @Override
  public void show(NetworkView view) {
    pane.show(
        new SpreadView(
            view.rumors(),
            view.chosen(),
            SpreadCommands.compared(view),
            view.measured() == null ? List.of() : view.story().marks(),
            view.now(),
            view.isLive(),
            obstacle()));
  }

  @Override
  public void setDark(boolean dark) {
    pane.setDark(dark);
  }

  @Override
  public @Nullable Parent picture(Sight sight) {
    return pane.shown(sight);
  }

  private @Nullable String obstacle() {
    String past = model.network().obstacle(NetworkAction.SPREAD);
    if (past != null) {
      return past;
    }
    return model.stateProperty().get() == PeerState.RUNNING || swarm.isThere()
        ? null
        : "Start this peer to tell a rumour.";
  }
}
