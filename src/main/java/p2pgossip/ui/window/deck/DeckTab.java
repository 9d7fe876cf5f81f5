package p2pgossip.ui.window.deck;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.kordamp.ikonli.Ikon;
import p2pgossip.ui.command.Command;
import p2pgossip.ui.print.Sight;

/// How a view beside the graph is chosen, and how it is made.
///
/// @param title on its button
/// @param icon on its button
/// @param key which chooses it, as in [p2pgossip.ui.command.KeyText]
/// @param words what it shows, in a few words, as the end of a sentence
/// @param place where it stands beside the graph
/// @param sights of what in it a picture can be saved, in the order of the menu
/// @param maker makes it, when it is first chosen
public record DeckTab(
    String title,
    Ikon icon,
    String key,
    String words,
    DeckPlace place,
    List<Sight> sights,
    Function<DeckContext, DeckView> maker) {

  public DeckTab {
    sights = List.copyOf(sights);
  }

  /// The id of its button.
  String id() {
    return "view-" + title.toLowerCase(Locale.ROOT);
  }

  /// Puts it on top.
  Command<Deck> command() {
    return new Command<>(key, title + ": " + words, deck -> deck.show(this));
  }
}
