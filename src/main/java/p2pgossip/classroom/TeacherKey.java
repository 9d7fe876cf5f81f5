package p2pgossip.classroom;

import p2pgossip.gossip.Fingerprint;

/// What a student knows of the teacher's key before the two have met. Only a peer with a fitting
/// key is taken for the teacher.
public sealed interface TeacherKey {

  /// Whether a key that is shown is the teacher's.
  boolean fits(Fingerprint shown);

  /// How the key is told apart, for a sentence.
  String inWords();

  /// All of its fingerprint, from an announcement or a QR code.
  record Whole(Fingerprint fingerprint) implements TeacherKey {

    @Override
    public boolean fits(Fingerprint shown) {
      return shown.equals(fingerprint);
    }

    @Override
    public String inWords() {
      return KeyCode.of(fingerprint).text();
    }
  }

  /// The code, typed from the teacher's screen.
  record Typed(KeyCode code) implements TeacherKey {

    @Override
    public boolean fits(Fingerprint shown) {
      return KeyCode.of(shown).equals(code);
    }

    @Override
    public String inWords() {
      return code.text();
    }
  }
}
