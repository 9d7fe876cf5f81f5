package p2pgossip.ui.window;

/// There is no screen to open a window on. The message says what is missing and how to get it.
public final class NoDesktopException extends Exception {

  private static final long serialVersionUID = 1L;

  NoDesktopException(String message) {
    super(message);
  }

  NoDesktopException(String message, Throwable cause) {
    super(message, cause);
  }
}
