package p2pgossip.ui.draw;

import org.jspecify.annotations.Nullable;

/// A node that can be drawn on anything as it is, alone, without the controls round it. FX thread
/// only.
public interface Drawable {

  /// What it shows now, in the colours of the light theme; null while there is nothing.
  @Nullable Sketch sketch();
}
