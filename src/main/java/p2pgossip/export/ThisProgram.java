package p2pgossip.export;

/// What files and the command line call this program.
public final class ThisProgram {

  /// Name and version, the one place where it stands beside the pom; a test holds the two together.
  public static final String NAME_AND_VERSION = "p2pgossip 1.1.0";

  private ThisProgram() {}
}
