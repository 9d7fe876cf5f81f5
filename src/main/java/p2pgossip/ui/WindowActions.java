package p2pgossip.ui;

/// What a window's buttons and keys ask for beyond its own peer.
interface WindowActions {

  void startOrStop();

  /// Opens another window with a peer on the next free port.
  ///
  /// @param connected whether that peer connects to this one
  void newWindow(boolean connected);

  void switchTheme();

  void showHelp();

  void closeWindow();
}
