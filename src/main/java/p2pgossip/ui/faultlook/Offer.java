package p2pgossip.ui.faultlook;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Path;
import p2pgossip.gossip.PeerAddress;

/// One way to begin a fault: a control in the pane of faults, and a line in the graph's menu.
public sealed interface Offer {

  /// What the control is called.
  String label();

  /// As it stands in the menu.
  String menu(Target target);

  Ikon icon();

  /// Whether it can be begun for these peers.
  boolean fits(Target target);

  /// What the menu's line begins.
  List<Fault<PeerAddress>> faults(Target target);

  /// Begun by a button.
  ///
  /// @param hint what the button does
  /// @param words as they stand in the menu
  /// @param test whether it fits
  /// @param making the faults that it begins
  /// @param ownPeersOnly whether all selected peers have to run in this program. Otherwise one end
  ///     of each path is enough
  /// @param undo what the menu's line says where the same faults are in force already, and then
  ///     ends them; null where it begins them all the same
  record Press(
      String label,
      Ikon icon,
      Function<Target, String> hint,
      Function<Target, String> words,
      Predicate<Target> test,
      Function<Target, List<Fault<PeerAddress>>> making,
      boolean ownPeersOnly,
      @Nullable Undo undo)
      implements Offer {

    /// The opposite of an offer.
    public record Undo(String words, Ikon icon) {}

    /// Begins one fault on what is selected.
    static Press over(
        String label,
        Ikon icon,
        Function<Target, String> hint,
        Function<Target, String> words,
        Predicate<Target> test,
        Function<Target, Fault<PeerAddress>> making) {
      return new Press(label, icon, hint, words, test, making.andThen(List::of), false, null);
    }

    @Override
    public String menu(Target target) {
      return words.apply(target);
    }

    @Override
    public boolean fits(Target target) {
      return test.test(target);
    }

    @Override
    public List<Fault<PeerAddress>> faults(Target target) {
      return making.apply(target);
    }
  }

  /// Begun with a value that is set on a slider. Fits everywhere.
  ///
  /// @param most the greatest value of the slider; the least is 0
  /// @param first where the slider begins
  /// @param format of the value beside the slider
  /// @param usual the value in the menu
  /// @param words what the menu's line does with it
  /// @param making the fault for a path and a value
  record Slide(
      String label,
      Ikon icon,
      double most,
      double first,
      String format,
      double usual,
      String words,
      BiFunction<Path<PeerAddress>, Double, Fault<PeerAddress>> making)
      implements Offer {

    public Fault<PeerAddress> fault(Target target, double value) {
      return making.apply(target.path(), value);
    }

    @Override
    public String menu(Target target) {
      return words + target.where();
    }

    @Override
    public boolean fits(Target target) {
      return true;
    }

    @Override
    public List<Fault<PeerAddress>> faults(Target target) {
      return List.of(fault(target, usual));
    }
  }
}
