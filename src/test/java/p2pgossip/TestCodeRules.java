package p2pgossip;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import p2pgossip.testing.Recorder;

/// Rules for the code of the tests.
abstract class TestCodeRules {

  private static final JavaClasses TESTS = ProgramClasses.tests();

  private static final Set<String> ADDING =
      Set.of(
          "add",
          "addAll",
          "addFirst",
          "addLast",
          "offer",
          "offerFirst",
          "offerLast",
          "push",
          "put",
          "putAll",
          "putIfAbsent",
          "merge",
          "compute",
          "computeIfAbsent");

  /// A lambda, a method reference, or a method that implements an interface of the program may run
  /// on a thread of the program while the test reads. A thread-safe list would have the same type
  /// as one that is not; a map can be declared as a ConcurrentMap.
  @Test
  void callbacksWriteIntoRecorders() {
    noClasses()
        .that(resideInAnyPackage("p2pgossip.testing", "p2pgossip.bench").negate())
        .should(new AddInCallbacks())
        .because(Recorder.class + " is safe across threads, and a collection of the JDK may not be")
        .check(TESTS);
  }

  @Test
  void nobodySleeps() {
    noClasses()
        .that(not("p2pgossip.bench"))
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", Duration.class)
        .orShould()
        .callMethod(TimeUnit.class, "sleep", long.class)
        .because("what is not there after a sleep may come later on a busy machine")
        .check(TESTS);
  }

  /// The two named send what arrives bit by bit, and must not send it all at once.
  @Test
  void nobodyParksForATime() {
    noClasses()
        .that(not("p2pgossip.bench"))
        .and()
        .doNotHaveSimpleName("PeerStreamsLimitsTest")
        .and()
        .doNotHaveSimpleName("EventFeedTest")
        .should()
        .callMethod(LockSupport.class, "parkNanos", long.class)
        .orShould()
        .callMethod(LockSupport.class, "parkUntil", long.class)
        .because("what is not there after a while may come later on a busy machine")
        .check(TESTS);
  }

  /// TestFX's extension, robot and methods pause for 50 ms after each call.
  @Test
  void theScreenIsReachedByOurOwnMeans() {
    noClasses()
        .that(not("p2pgossip.testing"))
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "org\\.testfx\\.(util\\.WaitForAsyncUtils|framework\\.junit5\\.ApplicationExtension"
                + "|api\\.FxToolkit)")
        .because("Screen, Hand and OnScreen return as soon as it is done")
        .check(TESTS);
  }

  private static DescribedPredicate<JavaClass> not(String room) {
    return resideInAPackage(room).negate();
  }

  private static final class AddInCallbacks extends ArchCondition<JavaClass> {

    private AddInCallbacks() {
      super("add to a collection of the JDK in a callback");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
      Stream.concat(
              item.getMethodReferencesFromSelf().stream(),
              item.getMethodCallsFromSelf().stream()
                  .filter(it -> it.isDeclaredInLambda() || isCallback(it.getOrigin())))
          .filter(access -> addsToACollection(access.getTarget()))
          .forEach(
              access ->
                  events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
    }

    /// Whether it implements a method of an interface of the program.
    private static boolean isCallback(JavaCodeUnit unit) {
      return unit.getOwner().getAllRawInterfaces().stream()
          .filter(it -> it.getPackageName().startsWith("p2pgossip") && !TESTS.contain(it.getName()))
          .anyMatch(
              it ->
                  it.tryGetMethod(
                          unit.getName(),
                          unit.getRawParameterTypes().stream()
                              .map(JavaClass::getName)
                              .toArray(String[]::new))
                      .isPresent());
    }

    private static boolean addsToACollection(AccessTarget target) {
      JavaClass owner = target.getOwner();
      return ADDING.contains(target.getName())
          && owner.getPackageName().startsWith("java.util")
          && (owner.isAssignableTo(Collection.class) || owner.isAssignableTo(Map.class))
          && !owner.isAssignableTo(ConcurrentMap.class);
    }
  }
}
