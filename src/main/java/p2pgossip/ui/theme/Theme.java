package p2pgossip.ui.theme;

/// Light, dark, or as the system has it.
public enum Theme {
  LIGHT,
  DARK,
  SYSTEM
}
