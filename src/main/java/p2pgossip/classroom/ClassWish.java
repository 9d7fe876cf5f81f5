package p2pgossip.classroom;

/// Which class somebody wants to join, as written on a command line.
public sealed interface ClassWish {

  /// The class with this name, once it is announced.
  record Named(ClassName name) implements ClassWish {}

  /// The class at an address.
  record At(ClassTarget target) implements ClassWish {}

  /// Reads a URI, an address with a code, or else a name.
  ///
  /// @throws IllegalArgumentException when it is none of them, saying why
  static ClassWish parse(String text) {
    String typed = text.strip();
    return ClassTarget.isMeant(typed)
        ? new At(ClassTarget.parse(typed))
        : new Named(new ClassName(typed));
  }
}
