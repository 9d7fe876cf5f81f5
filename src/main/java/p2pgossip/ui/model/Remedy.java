package p2pgossip.ui.model;

/// What helps when one peer does not let another in.
public enum Remedy {
  /// Nothing: there is no refusal.
  NONE,
  /// Enter the password that the other peer has.
  GIVE_PASSWORD,
  /// Forget the earlier key, and trust the present one.
  TRUST_ANEW,
  /// Ask again, once the other side is put right.
  TRY_AGAIN
}
