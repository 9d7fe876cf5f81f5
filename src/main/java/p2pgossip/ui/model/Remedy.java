package p2pgossip.ui.model;

/// What mends it when one peer does not let another in.
public enum Remedy {
  /// There is nothing to mend.
  NONE,
  /// To give the password that the other has.
  GIVE_PASSWORD,
  /// To forget the key that was there before, and trust the one that is there now.
  TRUST_ANEW,
  /// To ask it again, once the other side is mended.
  TRY_AGAIN
}
