package p2pgossip.ui.window;

import java.io.IOException;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import p2pgossip.classroom.ClassAnnouncement;
import p2pgossip.classroom.ClassName;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.ShownText;
import p2pgossip.journal.LineKind;
import p2pgossip.multicast.NearbyClasses;
import p2pgossip.ui.classroom.ClassBoard;
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.model.PeerViewModel;

/// The class of a window whose peer is the teacher's: it is announced while the peer runs. FX
/// thread only.
final class HostedClass implements AutoCloseable {

  private final ClassName name;
  private final PeerViewModel model;
  private final NearbyClasses nearby;
  private final Executor background;
  private final Executor fxThread;
  private final ClassBoard board;
  private final Subscription following;

  /// Takes the present announcement back; null while there is none.
  private @Nullable Runnable ending;

  /// Counts the runs of the peer, since an announcement may begin after its run has ended.
  private int run;

  /// @param model of a peer that speaks over TLS
  HostedClass(
      ClassName name,
      PeerViewModel model,
      NearbyClasses nearby,
      Runnable changeAll,
      Executor background,
      Executor fxThread) {
    this.name = name;
    this.model = model;
    this.nearby = nearby;
    this.background = background;
    this.fxThread = fxThread;
    board = new ClassBoard(changeAll, this::tellFrom);
    following =
        model
            .stateProperty()
            .subscribe(this::follow)
            .and(model.security().guardedProperty().subscribe((_, _) -> guard()));
  }

  private void tellFrom(PeerAddress peer, String called) {
    model
        .security()
        .begin(
            peer,
            "A rumour from " + called,
            failure ->
                fxThread.execute(
                    () ->
                        model
                            .journal()
                            .tell(
                                failure.isEmpty() ? LineKind.NOTE : LineKind.FAILED,
                                peer,
                                failure
                                        .map(
                                            why ->
                                                called
                                                    + " tells no rumour: "
                                                    + ShownText.of(why.reason()))
                                        .orElse(called + " tells a rumour")
                                    + ".")));
  }

  private void follow(PeerState state) {
    if (state == PeerState.RUNNING) {
      announce();
      showBoard();
    } else {
      background.execute(end());
    }
  }

  /// Whether the class has a password is part of its announcement.
  private void guard() {
    if (model.stateProperty().get() == PeerState.RUNNING) {
      announce();
    }
  }

  private void announce() {
    PeerAddress address = model.addressProperty().get();
    Fingerprint key = model.security().ownFingerprint().orElse(null);
    if (address == null || key == null) {
      return;
    }
    boolean locked = model.security().guardedProperty().get();
    ClassAnnouncement announced = new ClassAnnouncement(name, address, key, locked);
    Runnable before = end();
    int current = run;
    board.show(announced);
    board.say(locked ? "It has a password, which your teacher tells you." : "");
    background.execute(
        () -> {
          before.run();
          try {
            Runnable end = nearby.announce(announced);
            fxThread.execute(() -> begun(current, end));
          } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            fxThread.execute(() -> failed(current, reason));
          }
        });
  }

  private void begun(int of, Runnable end) {
    if (of == run) {
      ending = end;
      model.journal().tell(LineKind.NOTE, null, "The class is announced on this network.");
    } else {
      background.execute(end);
    }
  }

  private void failed(int of, String reason) {
    if (of == run) {
      board.say("The class is not announced, so it must be typed: " + reason + ".");
      model.journal().tell(LineKind.ERROR, null, "The class can't be announced: " + reason + ".");
    }
  }

  /// Forgets the present announcement.
  ///
  /// @return takes it back
  private Runnable end() {
    run++;
    Runnable end = ending;
    ending = null;
    return end == null ? () -> {} : end;
  }

  /// Shows the board, if the class has begun.
  void showBoard() {
    refresh();
    board.toFront();
  }

  /// Refreshes who has joined.
  void refresh() {
    board.show(model.security().known(), model.steadyClock().instant(), ZoneId.systemDefault());
  }

  /// Takes the announcement back. Idempotent.
  @Override
  public void close() {
    following.unsubscribe();
    background.execute(end());
    board.close();
  }
}
