package p2pgossip.ui.laboratory;

import java.util.List;
import p2pgossip.laboratory.KeptResult;

/// Takes results to be compared with others. FX thread only.
@FunctionalInterface
interface Keeper {
  void keep(List<KeptResult> results);
}
