package p2pgossip;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which rooms of the screen may use which.
abstract class ScreenRules {

  /// The rooms that hold one pane, bar or dialogue each.
  private static final String[] PANES = {
    "classroom",
    "faults",
    "first",
    "graph",
    "inspector",
    "keep",
    "laboratory",
    "lesson",
    "log",
    "overview",
    "profile",
    "replay",
    "settings",
    "spacetime",
    "spread",
    "story",
    "swarm",
    "tuning"
  };

  private static final JavaClasses SCREEN =
      ProgramClasses.all().that(resideInAPackage("p2pgossip.ui.."));

  private static Stream<String> panes() {
    return Stream.of(PANES);
  }

  @ParameterizedTest
  @MethodSource("panes")
  void noPaneKnowsAnother(String pane) {
    String[] others =
        panes().filter(it -> !it.equals(pane)).map(it -> room(it) + "..").toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage(room(pane) + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .because("what several panes share belongs to none of them")
        .check(SCREEN);
  }

  @ParameterizedTest
  @MethodSource("panes")
  void noPaneKnowsTheWindow(String pane) {
    noClasses()
        .that()
        .resideInAPackage(room(pane) + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(room("window") + "..")
        .because("a pane is put into a window, and stands alone in its tests")
        .check(SCREEN);
  }

  @ParameterizedTest
  @MethodSource("panes")
  void whatIsSharedKnowsNoPane(String pane) {
    noClasses()
        .that()
        .resideInAnyPackage(
            room("beat"),
            room("chart"),
            room("command"),
            room("dialog"),
            room("draw"),
            room("empty"),
            room("faultlook"),
            room("figure"),
            room("form"),
            room("hearing"),
            room("hint"),
            room("legend"),
            room("lines"),
            room("model"),
            room("print"),
            room("scroll"),
            room("theme"),
            room("wiring"),
            room("work"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(room(pane) + "..")
        .because("each pane can do without the others")
        .check(SCREEN);
  }

  private static String room(String name) {
    return "p2pgossip.ui." + name;
  }
}
