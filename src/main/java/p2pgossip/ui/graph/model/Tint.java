package p2pgossip.ui.graph.model;

/// How a peer looks while the spread of a rumour is shown.
///
/// @param step the step of the colour ramp, or [#UNHEARD] if the peer has not heard the rumour
/// @param origin whether the rumour started at this peer
/// @param size how large the peer is drawn for the copies that it has sent, 1 to [#LARGEST], or 0
///     if size means nothing
public record Tint(int step, boolean origin, int size) {

  public static final int LARGEST = 6;

  public static final int UNHEARD = -1;

  public static final Tint NOT_YET = new Tint(UNHEARD, false);

  public Tint(int step, boolean origin) {
    this(step, origin, 0);
  }

  /// By which the size of the peer is multiplied.
  double growth() {
    return size == 0 ? 1 : 0.6 + 0.2 * size;
  }

  public boolean isHeard() {
    return step != UNHEARD;
  }
}
