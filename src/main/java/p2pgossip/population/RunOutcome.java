package p2pgossip.population;

/// What a run leaves behind.
///
/// @param lastHeard the round in which the last peer that has heard the rumour heard it
/// @param reached the share of the peers that have heard it, among those that did not crash
/// @param copies that were sent, lost ones too
/// @param contacts as in [RunInStep#contacts]
/// @param curve as in [RunInStep#curve]; must not be changed
/// @param hash as in [RunInStep#hash]
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them, and there are millions.
public record RunOutcome(
    int lastHeard, double reached, long copies, long contacts, int[] curve, long hash) {

  /// Of a run that has ended.
  public static RunOutcome of(RunInStep run) {
    return new RunOutcome(
        run.lastHeard(),
        run.living() == 0 ? 0 : (double) run.informed() / run.living(),
        run.copies(),
        run.contacts(),
        run.curve(),
        run.hash());
  }
}
