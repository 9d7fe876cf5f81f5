package p2pgossip.ui.theme;

/// Light, dark, or whichever the system has.
public enum Theme {
  LIGHT,
  DARK,
  SYSTEM
}
