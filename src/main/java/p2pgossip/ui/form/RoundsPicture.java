package p2pgossip.ui.form;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.concurrent.Task;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Spreading;
import p2pgossip.simulation.Blackboard;
import p2pgossip.ui.draw.InkPicture;
import p2pgossip.ui.theme.StyleSheets;

/// A small drawing that moves: how a rumour spreads among eight peers, round by round. Peers that
/// know it are filled, and have a bar once they no longer pass it on; a copy is a square, a
/// question a hollow dot, as in the graph. It plays when the pointer comes to it and when it is
/// told to, and stands still otherwise. FX thread only.
///
/// The rounds are made by the engines, once for all pictures of the same settings, on a thread of
/// their own.
final class RoundsPicture extends StackPane {

  private static final double SIDE = 84;
  private static final double PEER = 6;
  private static final double RING = SIDE / 2 - PEER - 3;
  private static final double SQUARE = 5;
  private static final double QUESTION = 4.5;
  private static final double SECONDS_A_ROUND = 1.3;

  /// Of a round, in which things move. After that one sees what has come of it.
  private static final double MOVING = 0.75;

  /// Of the moving, in which questions are on their way, where there are any; then come answers.
  private static final double ASKING = 0.5;

  /// In which the end is seen before it begins anew.
  private static final double ROUNDS_AT_REST = 1;

  private static final ConcurrentMap<Spreading, Blackboard> MADE = new ConcurrentHashMap<>();

  private final InkPicture picture = new InkPicture(this::draw);
  private final Clock clock = new Clock();
  private @Nullable Spreading shown;
  private @Nullable Blackboard board;

  /// Whether it is to play as soon as the rounds are made.
  private boolean wanted;

  /// The time since the beginning, in rounds; negative while it has not begun.
  private double time = -1;

  RoundsPicture(String id) {
    super();
    setId(id);
    getStyleClass().add("rounds-picture");
    getStylesheets().add(StyleSheets.of(RoundsPicture.class, "rounds.css"));
    getChildren().add(picture);
    setMinSize(SIDE, SIDE);
    setPrefSize(SIDE, SIDE);
    setMaxSize(SIDE, SIDE);
    // A tooltip would cover what plays under the pointer.
    setAccessibleHelp("Eight peers, with one neighbour a round and k of at most 2");
    addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> play());
    sceneProperty().subscribe(scene -> clock.follow(scene != null));
  }

  /// Shows how this spreads, from the beginning. It does not play by itself.
  void show(Spreading spreading) {
    Spreading simplified = Blackboard.simplified(spreading);
    if (!simplified.equals(shown)) {
      shown = simplified;
      board = MADE.get(simplified);
      wanted = false;
      time = -1;
      clock.stop();
      picture.redraw();
    }
  }

  /// Plays once. Where the user wants no motion, the end is shown.
  void play() {
    Spreading asked = shown;
    if (asked == null) {
      return;
    }
    if (board == null) {
      wanted = true;
      make(asked);
    } else if (Platform.getPreferences().isReducedMotion()) {
      time = board.rounds().size();
      picture.redraw();
    } else {
      clock.begin();
    }
  }

  private void make(Spreading asked) {
    Task<Blackboard> making =
        new Task<>() {
          @Override
          protected Blackboard call() {
            return MADE.computeIfAbsent(asked, Blackboard::of);
          }
        };
    making.setOnSucceeded(_ -> made(asked, making.getValue()));
    Thread.ofVirtual().start(making);
  }

  private void made(Spreading asked, Blackboard made) {
    if (asked.equals(shown)) {
      board = made;
      if (wanted) {
        wanted = false;
        play();
      }
    }
  }

  /// Whether something moves in it.
  boolean isPlaying() {
    return clock.running;
  }

  /// How many peers are drawn as knowing the rumour.
  int knowing() {
    return know().size();
  }

  private Set<Integer> know() {
    Blackboard.Round last = last();
    return last == null ? Set.of(0) : last.know();
  }

  private Set<Integer> spread() {
    Blackboard.Round last = last();
    return last == null ? Set.of(0) : last.spread();
  }

  /// The last round in which everything has arrived; null before the first.
  private Blackboard.@Nullable Round last() {
    int begun = (int) Math.floor(time);
    int over = time - begun >= MOVING ? begun + 1 : begun;
    Blackboard known = board;
    return known == null || over < 1
        ? null
        : known.rounds().get(Math.min(over, known.rounds().size()) - 1);
  }

  private void draw(GraphicsContext pen, double width, double height) {
    pen.translate((width - SIDE) / 2, (height - SIDE) / 2);
    Set<Integer> know = know();
    Set<Integer> spread = spread();
    for (int peer = 0; peer < Blackboard.PEERS; peer++) {
      drawPeer(pen, x(peer), y(peer), know.contains(peer), spread.contains(peer));
    }
    if (time < 0) {
      drawStart(pen);
    } else {
      drawMoves(pen);
    }
    pen.translate(-(width - SIDE) / 2, -(height - SIDE) / 2);
  }

  private static void drawPeer(
      GraphicsContext pen, double x, double y, boolean knows, boolean spreads) {
    pen.setLineWidth(1.4);
    pen.setGlobalAlpha(knows ? 1 : 0.6);
    pen.strokeOval(x - PEER, y - PEER, 2 * PEER, 2 * PEER);
    if (knows && spreads) {
      pen.fillOval(x - PEER, y - PEER, 2 * PEER, 2 * PEER);
    } else if (knows) {
      pen.setGlobalAlpha(0.35);
      pen.fillOval(x - PEER, y - PEER, 2 * PEER, 2 * PEER);
      pen.setGlobalAlpha(1);
      pen.setLineWidth(2);
      pen.strokeLine(x - PEER + 3, y, x + PEER - 3, y);
    }
    pen.setGlobalAlpha(1);
  }

  /// The sign that it can be played.
  private static void drawStart(GraphicsContext pen) {
    double middle = SIDE / 2;
    pen.fillPolygon(
        new double[] {middle - 6, middle - 6, middle + 9},
        new double[] {middle - 9, middle + 9, middle},
        3);
  }

  private void drawMoves(GraphicsContext pen) {
    Blackboard known = board;
    int round = (int) Math.floor(time);
    double phase = (time - round) / MOVING;
    if (known == null || round >= known.rounds().size() || phase >= 1) {
      return;
    }
    List<Blackboard.Move> moves = known.rounds().get(round).moves();
    boolean asks = moves.stream().anyMatch(move -> move.kind() == Blackboard.Kind.QUESTION);
    for (Blackboard.Move move : moves) {
      double way =
          switch (move.kind()) {
            case COPY -> phase;
            case QUESTION -> phase / ASKING;
            case ANSWER -> asks ? (phase - ASKING) / (1 - ASKING) : phase;
          };
      if (way >= 0 && way <= 1) {
        drawMove(pen, move, way);
      }
    }
  }

  private static void drawMove(GraphicsContext pen, Blackboard.Move move, double way) {
    double x = x(move.from()) + (x(move.to()) - x(move.from())) * way;
    double y = y(move.from()) + (y(move.to()) - y(move.from())) * way;
    if (move.kind() == Blackboard.Kind.QUESTION) {
      pen.setLineWidth(1.2);
      pen.strokeOval(x - QUESTION / 2, y - QUESTION / 2, QUESTION, QUESTION);
    } else {
      pen.fillRect(x - SQUARE / 2, y - SQUARE / 2, SQUARE, SQUARE);
    }
  }

  private static double x(int peer) {
    return SIDE / 2 + RING * Math.sin(2 * Math.PI * peer / Blackboard.PEERS);
  }

  private static double y(int peer) {
    return SIDE / 2 - RING * Math.cos(2 * Math.PI * peer / Blackboard.PEERS);
  }

  private final class Clock extends AnimationTimer {

    private boolean running;
    private boolean onScreen;
    private long begun;

    private void begin() {
      if (onScreen && !running) {
        running = true;
        begun = 0;
        start();
      }
    }

    /// Stops with the scene: nobody sees it then.
    private void follow(boolean shownSomewhere) {
      onScreen = shownSomewhere;
      if (!shownSomewhere) {
        stop();
      }
    }

    @Override
    public void stop() {
      running = false;
      super.stop();
    }

    @Override
    public void handle(long now) {
      begun = begun == 0 ? now : begun;
      double seconds = (now - begun) / 1e9;
      int rounds = board == null ? 0 : board.rounds().size();
      time = Math.min(seconds / SECONDS_A_ROUND, rounds);
      picture.redraw();
      if (seconds / SECONDS_A_ROUND >= rounds + ROUNDS_AT_REST) {
        if (isHover()) {
          begun = now;
        } else {
          stop();
        }
      }
    }
  }
}
