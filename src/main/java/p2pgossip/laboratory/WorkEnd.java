package p2pgossip.laboratory;

/// Is told once how a piece of [Work] ends, on its thread, after all else that is told of it.
public interface WorkEnd {

  /// All is done.
  void ended();

  /// It can't go on. Its results so far stay.
  ///
  /// @param words why, as a sentence for the user
  void failed(String words);

  /// It has been called off. Its results so far stay.
  void calledOff();
}
