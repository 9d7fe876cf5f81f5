package p2pgossip.ui.laboratory;

import p2pgossip.laboratory.PointRun;

/// Opens runs of sweeps elsewhere. FX thread only.
@FunctionalInterface
interface RunOpener {
  void open(PointRun run);
}
