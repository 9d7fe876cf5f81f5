package p2pgossip;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static p2pgossip.ProgramClasses.check;

import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What only certain rooms may call: clocks, sleep, the standard streams, the default locale.
abstract class CallRules {

  @Test
  void theCoreReadsNoClock() {
    check(
        noClockIsReadIn("p2pgossip.gossip")
            .orShould()
            .callMethod(Math.class, "random")
            .because("a run must be repeatable, and time is a value there"));
  }

  @Test
  void thePictureOfTheNetworkReadsNoClock() {
    check(noClockIsReadIn("p2pgossip.network").because("a recording has a time of its own"));
  }

  @Test
  void timeIsPassedIn() {
    check(
        noClockIsReadIn(
                "p2pgossip.fault",
                "p2pgossip.topology",
                "p2pgossip.scenario",
                "p2pgossip.steering",
                "p2pgossip.simulation",
                "p2pgossip.swarm",
                "p2pgossip.experiment")
            .because("a scenario goes by the time of its network, which may be virtual"));
  }

  private static ClassesShouldConjunction noClockIsReadIn(String... rooms) {
    return noClasses()
        .that()
        .resideInAnyPackage(rooms)
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis");
  }

  @Test
  void nobodySleeps() {
    check(
        noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", java.time.Duration.class)
            .because("a sleeping thread is one that nobody can use"));
  }

  @Test
  void onlyMainEndsTheProcessAndPrints() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("p2pgossip.Main")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace")
            .because("what is printed and when the process ends is decided in one place"));
  }

  /// [String#formatted] is not listed: Error Prone allows only conversions that don't depend on the
  /// locale, such as `%s`.
  @Test
  void nothingDependsOnTheDefaultLocale() {
    Pattern unlocalized =
        Pattern.compile(
            """
            java\\.lang\\.String\\.(format\\(java\\.lang\\.String,.*|to(Lower|Upper)Case\\(\\))
            |java\\.io\\.Print(Stream|Writer)\\.(printf|format)\\(java\\.lang\\.String,.*
            |java\\.time\\.format\\.DateTimeFormatter\\.of(Pattern\\(java\\.lang\\.String\\)|Localized.*)
            |java\\.text\\.\\w+\\.get\\w*Instance\\(\\)
            |java\\.util\\.Locale\\.getDefault\\(.*
            |javafx\\.beans\\.binding\\.\\w+\\.(asString|format)\\(java\\.lang\\.String.*
            """,
            Pattern.COMMENTS);
    check(
        noClasses()
            .should()
            .callMethodWhere(
                describe(
                    "its result follows the default locale",
                    call -> unlocalized.matcher(call.getTarget().getFullName()).matches()))
            .because("files, messages and windows are the same in every country"));
  }
}
