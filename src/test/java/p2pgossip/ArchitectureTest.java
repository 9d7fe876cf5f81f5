package p2pgossip;

import org.junit.jupiter.api.Nested;

/// The rules of the architecture. They stand in one class so that one process reads the program's
/// classes for all of them: Maven shares classes of tests out among several.
class ArchitectureTest {

  @Nested
  class Rooms extends RoomRules {}

  @Nested
  class Libraries extends LibraryRules {}

  @Nested
  class Calls extends CallRules {}

  @Nested
  class Screens extends ScreenRules {}

  @Nested
  class Simulations extends SimulationRules {}

  @Nested
  class TextsFromOutside extends TextFromOutsideRules {}

  @Nested
  class TestCode extends TestCodeRules {}
}
