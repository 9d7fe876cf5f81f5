package p2pgossip.ui.faultlook;

/// How far faults of one kind go between two peers, in the unit of [FaultLook#extent].
///
/// @param there from the one peer to the other; 0 where nothing is wrong
/// @param back from the other to the one
public record Extents(double there, double back) {

  public static final Extents NONE = new Extents(0, 0);

  public boolean isNone() {
    return there == 0 && back == 0;
  }
}
