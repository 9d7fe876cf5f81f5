package p2pgossip.ui;

/// Light, dark, or whichever the system has.
enum Theme {
  LIGHT,
  DARK,
  SYSTEM
}
