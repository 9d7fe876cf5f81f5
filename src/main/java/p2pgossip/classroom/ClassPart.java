package p2pgossip.classroom;

/// What a peer is in a class.
public sealed interface ClassPart {

  /// The teacher's: it announces the class.
  record Teacher(ClassName name) implements ClassPart {}

  /// A student's: it joins a class.
  record Student(ClassWish wish) implements ClassPart {}
}
