package p2pgossip.ui.classroom;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import p2pgossip.multicast.NearbyClasses;
import p2pgossip.ui.dialog.Dialogue;

/// The dialogues by which a class is started and joined. FX thread only.
public final class ClassDialogs {

  private final NearbyClasses nearby;
  private final Executor background;
  private final Executor fxThread;

  /// @param background runs what waits
  public ClassDialogs(NearbyClasses nearby, Executor background, Executor fxThread) {
    this.nearby = nearby;
    this.background = background;
    this.fxThread = fxThread;
  }

  /// Asks which class to start.
  public void askToStart(Stage owner, Consumer<StartRequest> start) {
    background.execute(
        () -> {
          List<InetAddress> all = nearby.addresses();
          fxThread.execute(() -> askToStart(owner, all, start));
        });
  }

  private static void askToStart(
      Stage owner, List<InetAddress> addresses, Consumer<StartRequest> start) {
    Opened opened = new Opened();
    StartClassPane pane =
        new StartClassPane(
            addresses,
            request -> {
              opened.close();
              start.accept(request);
            },
            opened::close);
    opened.show(owner, "start a class", pane);
  }

  /// Asks which class to join.
  public void askToJoin(Stage owner, Consumer<JoinRequest> join) {
    Opened opened = new Opened();
    JoinClassPane pane =
        new JoinClassPane(
            request -> {
              opened.close();
              join.accept(request);
            },
            opened::close);
    ClassSearch search = new ClassSearch(nearby, background, fxThread);
    Stage stage = opened.show(owner, "join a class", pane);
    stage.setOnHidden(_ -> search.close());
    search.begin(pane::show, pane::fail);
  }

  /// The stage of a pane, which the pane closes.
  private static final class Opened {

    private @Nullable Stage stage;

    Stage show(Stage owner, String purpose, Parent pane) {
      Stage made = Dialogue.over(owner, purpose, pane);
      stage = made;
      made.show();
      return made;
    }

    void close() {
      if (stage != null) {
        stage.close();
      }
    }
  }
}
