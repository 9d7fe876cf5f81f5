package p2pgossip.ui.graph;

/// How a peer looks while the spread of a rumour is shown.
///
/// @param step of the [HearingRamp]; [#UNHEARD] where the peer has not heard the rumour
/// @param origin whether the rumour was told here first
record Tint(int step, boolean origin) {

  static final int UNHEARD = -1;

  static final Tint NOT_YET = new Tint(UNHEARD, false);

  boolean isHeard() {
    return step != UNHEARD;
  }
}
