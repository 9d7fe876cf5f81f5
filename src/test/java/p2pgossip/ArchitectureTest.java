package p2pgossip;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import javafx.application.Platform;

@AnalyzeClasses(packages = "p2pgossip", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule THE_CORE_KNOWS_VALUES_ONLY =
      classes()
          .that()
          .resideInAPackage("p2pgossip.gossip")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "p2pgossip.gossip",
                      "java.lang..",
                      "java.util",
                      "java.util.function",
                      "java.util.random",
                      "java.util.stream",
                      "java.time..",
                      "java.nio.charset",
                      "org.jspecify..")
                  .or(JavaClass.Predicates.type(java.util.concurrent.ConcurrentHashMap.class))
                  .or(JavaClass.Predicates.type(java.net.InetAddress.class))
                  .or(JavaClass.Predicates.type(java.net.Inet4Address.class))
                  .or(JavaClass.Predicates.type(java.net.Inet6Address.class)))
          .because("one core serves the window, the swarm and the simulation");

  @ArchTest
  static final ArchRule THE_CORE_READS_NO_CLOCK =
      noClasses()
          .that()
          .resideInAPackage("p2pgossip.gossip")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Math.class, "random")
          .because("a run must be repeatable, and time is a value there");

  @ArchTest
  static final ArchRule ARROWS_POINT_ONE_WAY_CORE =
      noClasses()
          .that()
          .resideInAnyPackage("p2pgossip.wire..", "p2pgossip.network..", "p2pgossip.journal..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("p2pgossip.net..", "p2pgossip.peer..", "p2pgossip.ui.."))
          .because("what only turns values into values needs no socket and no screen");

  @ArchTest
  static final ArchRule ARROWS_POINT_ONE_WAY_NET =
      noClasses()
          .that()
          .resideInAPackage("p2pgossip.net..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "p2pgossip.peer..",
                  "p2pgossip.ui..",
                  "p2pgossip.journal..",
                  "p2pgossip.network.."))
          .because("the network carries requests; what they mean is decided above it");

  @ArchTest
  static final ArchRule ARROWS_POINT_ONE_WAY_PEER =
      noClasses()
          .that()
          .resideInAPackage("p2pgossip.peer..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("p2pgossip.ui..", "p2pgossip.journal.."))
          .because("a peer runs the same with and without a window");

  @ArchTest
  static final ArchRule ONLY_WINDOWS_KNOW_JAVAFX =
      noClasses()
          .that()
          .resideOutsideOfPackage("p2pgossip.ui..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp.ikonli.."))
          .because("a peer without a window must not load JavaFX");

  @ArchTest
  static final ArchRule ONLY_THE_GRAPH_KNOWS_GRAPHSTREAM =
      only("p2pgossip.ui.graph", "org.graphstream..").because("its traps are kept in one room");

  @ArchTest
  static final ArchRule ONLY_NET_KNOWS_THE_SERVER =
      only("p2pgossip.net", "io.undertow..", "org.xnio..", "org.apache.hc..")
          .because("server and client can then be exchanged");

  @ArchTest
  static final ArchRule ONLY_WIRE_KNOWS_GSON =
      only("p2pgossip.wire", "com.google.gson..")
          .because("what stands on the wire is decided in one room");

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_KNOWS_PICOCLI =
      only("p2pgossip", "picocli..").because("flags end where the program begins");

  @ArchTest
  static final ArchRule ONE_BRIDGE_TO_THE_FX_THREAD =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("p2pgossip.ui.FxThread")
          .should()
          .callMethod(Platform.class, "runLater", Runnable.class)
          .because("bursts are collected before they reach the screen");

  @ArchTest
  static final ArchRule NOBODY_SLEEPS =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", java.time.Duration.class)
          .because("a sleeping thread is one that nobody can use");

  @ArchTest
  static final ArchRule ONLY_MAIN_ENDS_THE_PROCESS_AND_PRINTS =
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
          .because("what is printed and when the process ends is decided in one place");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices()
          .matching("p2pgossip.(**)")
          .should()
          .beFreeOfCycles()
          .because("rooms that need each other are one room");

  private static ClassesShouldConjunction only(String room, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(room)
        .should()
        .dependOnClassesThat(resideInAnyPackage(libraries));
  }
}
