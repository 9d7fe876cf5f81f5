package p2pgossip.ui.model;

import org.jspecify.annotations.Nullable;

/// What a user can do to the network, wherever in the window: by a button, a key or a menu. While a
/// moment of the past is shown, each action that would affect the present is off in all of these.
///
/// | action | while the past is shown |
/// |---|---|
/// | tell a rumour, forget the rumours, begin a period | off: its effect isn't in the picture |
/// | send a message, connect, disconnect | off: the peer may be gone, or another one may be there |
/// | kill, leave, restart, begin or end a fault | off: the past can't be changed |
/// | pause, period, strategy and other settings | on: the controls show the present settings |
/// | start, stop, connect to an address that is typed | on: they name what they act on |
public enum NetworkAction {
  SPREAD("tell a rumour", "no rumour can be told in it", false),
  FORGET("have all rumours forgotten", "nothing can be forgotten in it", false),
  STEP("have one period", "no period can begin in it", false),
  SEND("send a message", "no message can be sent in it", false),
  CONNECT("connect to a peer of the picture", "no peer can be connected in it", false),
  DISCONNECT("disconnect a peer", "no peer can be disconnected in it", false),
  FAULT("make something go wrong", "nothing can be changed in it", false),
  SETTINGS("change the settings", "there are no settings in it", true),
  START_OR_STOP("start or stop", "nothing can be started in it", true);

  private final String infinitive;
  private final String impossible;
  private final boolean inThePast;

  NetworkAction(String infinitive, String impossible, boolean inThePast) {
    this.infinitive = infinitive;
    this.impossible = impossible;
    this.inThePast = inThePast;
  }

  /// Why it can't be done at the moment that is shown, as a sentence; null if it can.
  @Nullable String obstacle(Moment shown) {
    if (inThePast || (shown.mode() == Moment.Mode.LIVE && shown.hasPresent())) {
      return null;
    }
    return shown.hasPresent()
        ? "Go back to Live to " + infinitive + "."
        : "This is a recording: " + impossible + ".";
  }
}
