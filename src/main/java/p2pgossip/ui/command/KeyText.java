package p2pgossip.ui.command;

/// How a key reads on this system. In the code a key is written as JavaFX writes it, for example
/// `Shortcut+Shift+S`. `Shortcut` stands for Ctrl, and on macOS for Command.
public final class KeyText {

  private static final boolean ON_MAC = System.getProperty("os.name", "").startsWith("Mac");

  private KeyText() {}

  /// For example "Ctrl+Shift+S", and on macOS "Command+Shift+S".
  public static String of(String key) {
    return of(key, ON_MAC);
  }

  static String of(String key, boolean onMac) {
    return key.replace("Shortcut", onMac ? "Command" : "Ctrl");
  }
}
