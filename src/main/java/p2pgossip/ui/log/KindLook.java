package p2pgossip.ui.log;

import javafx.css.PseudoClass;
import org.kordamp.ikonli.feather.Feather;
import p2pgossip.journal.LineKind;

/// How a kind of line is shown. The icon says the same as the colour, for people who can't tell
/// colours apart.
///
/// @param style the colour, by a pseudo-class in log.css
/// @param word names one line, as in "Sent"
/// @param all names the kind's button, as in "messages sent"
record KindLook(Feather icon, PseudoClass style, String word, String all) {

  static KindLook of(LineKind kind) {
    return switch (kind) {
      case SENT -> look(Feather.ARROW_RIGHT, "sent", "Sent", "messages sent");
      case RECEIVED -> look(Feather.ARROW_LEFT, "received", "Received", "messages received");
      case FAILED ->
          look(Feather.X_CIRCLE, "failed", "Failed", "messages and requests that failed");
      case JOINED -> look(Feather.USER_PLUS, "joined", "Joined", "peers that joined or came back");
      case LOST -> look(Feather.USER_MINUS, "lost", "Lost", "peers that were lost");
      case NOTE -> look(Feather.INFO, "note", "Note", "notes about this peer");
      case ERROR -> look(Feather.ALERT_TRIANGLE, "error", "Error", "errors in this program");
    };
  }

  private static KindLook look(Feather icon, String style, String word, String all) {
    return new KindLook(icon, PseudoClass.getPseudoClass(style), word, all);
  }
}
