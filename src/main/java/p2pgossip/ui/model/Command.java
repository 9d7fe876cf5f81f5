package p2pgossip.ui.model;

import org.jspecify.annotations.Nullable;

/// What a user asks of the network, wherever in the window: by a button, a key or a menu. Each is off in
/// all these places at once while a moment of the past is shown and it would act on another than that.
///
/// | command | while the past is shown |
/// |---|---|
/// | tell a rumour, forget the rumours, one period now | off: what comes of it is not in the picture |
/// | send, connect or disconnect a peer of the picture | off: it may be gone, or another by now |
/// | kill, leave, restart, begin or end a fault | off: the past can't be changed |
/// | pause, period, strategy and other settings | on: the controls show the settings of now |
/// | start and stop, connect to what is typed | on: they name what they act on |
public enum Command {
  SPREAD("tell a rumour", "no rumour can be told in it", false),
  FORGET("have all rumours forgotten", "nothing can be forgotten in it", false),
  STEP("have one period", "no period can begin in it", false),
  SEND("send a message", "nobody can be sent a message in it", false),
  CONNECT("connect to a peer of the picture", "nobody can be connected in it", false),
  DISCONNECT("disconnect a peer", "nobody can be disconnected in it", false),
  FAULT("make something go wrong", "nothing can be changed in it", false),
  SETTINGS("change the settings", "there are no settings in it", true),
  START_OR_STOP("start or stop", "nothing can be started in it", true);

  private final String deed;
  private final String impossible;
  private final boolean inThePast;

  Command(String deed, String impossible, boolean inThePast) {
    this.deed = deed;
    this.impossible = impossible;
    this.inThePast = inThePast;
  }

  /// Why it can't be done at the moment that is shown, as a sentence; null where it can.
  @Nullable String obstacle(Moment shown) {
    if (inThePast || (shown.mode() == Moment.Mode.LIVE && shown.hasPresent())) {
      return null;
    }
    return shown.hasPresent()
        ? "Go back to Live to " + deed + "."
        : "This is a recording: " + impossible + ".";
  }
}
