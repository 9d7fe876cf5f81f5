package p2pgossip.ui.spacetime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.hint.HoverCard;
import p2pgossip.ui.hint.TitledCard;

/// Highlights what the pointer rests on, and describes it.
final class Pointing {

  /// How near the pointer must be to an arrow, in pixels.
  private static final double REACH = 8;

  private final TripLine line = new TripLine("trip-pointed");
  private final TitledCard card = new TitledCard("trip-card");
  private double x = Double.NaN;
  private double y = Double.NaN;

  TripLine line() {
    return line;
  }

  HoverCard card() {
    return card.card();
  }

  /// @param newX NaN while the pointer is elsewhere
  void moveTo(double newX, double newY) {
    x = newX;
    y = newY;
  }

  static @Nullable Arrow arrowAt(Diagram diagram, Geometry geometry, double x, double y) {
    return geometry.nearest(diagram.arrows(), x, y, REACH);
  }

  /// Brings line and card in step with the picture, in a pane of the given size.
  void update(@Nullable Diagram diagram, @Nullable Geometry geometry, double width, double height) {
    Arrow arrow = null;
    card.card().setVisible(false);
    if (diagram != null && geometry != null && !Double.isNaN(x)) {
      Instant born = diagram.birth();
      if (x < geometry.left()) {
        PeerAddress peer = diagram.peerAt(geometry, y);
        if (peer != null) {
          String words =
              TripWords.details(diagram.spread().arrivals().get(peer), born, diagram.lanes());
          card.say(diagram.lanes().called(peer), words);
          card.card().showBeside(x, y, 0, width, height);
        }
      } else {
        arrow = arrowAt(diagram, geometry, x, y);
        if (arrow != null) {
          String words = TripWords.details(arrow.trip(), born);
          card.say(TripWords.title(arrow.trip(), diagram.lanes()), words);
          card.card().showBeside(x, y, REACH, width, height);
        }
      }
    }
    line.show(arrow, geometry);
  }
}
