package p2pgossip.ui.graph.model;

/// How a peer looks while the spread of a rumour is shown.
///
/// @param step the step of the colour ramp, or [#UNHEARD] if the peer has not heard the rumour
/// @param origin whether the rumour started at this peer
public record Tint(int step, boolean origin) {

  public static final int UNHEARD = -1;

  public static final Tint NOT_YET = new Tint(UNHEARD, false);

  public boolean isHeard() {
    return step != UNHEARD;
  }
}
