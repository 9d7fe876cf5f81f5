package p2pgossip;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import java.util.regex.Pattern;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("p2pgossip");

  @Test
  void theCoreUsesValuesOnly() {
    check(
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
                        "java.util.regex",
                        "java.util.stream",
                        "java.time..",
                        "java.nio.charset",
                        "org.jspecify..")
                    .or(JavaClass.Predicates.type(java.util.concurrent.ConcurrentHashMap.class))
                    .or(JavaClass.Predicates.type(java.net.InetAddress.class))
                    .or(JavaClass.Predicates.type(java.net.Inet4Address.class))
                    .or(JavaClass.Predicates.type(java.net.Inet6Address.class)))
            .because("one core serves the window, the swarm and the simulation"));
  }

  @Test
  void theCoreReadsNoClock() {
    check(
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
            .because("a run must be repeatable, and time is a value there"));
  }

  @Test
  void timeIsPassedIn() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "p2pgossip.fault",
                "p2pgossip.topology",
                "p2pgossip.scenario",
                "p2pgossip.steering",
                "p2pgossip.simulation",
                "p2pgossip.swarm",
                "p2pgossip.experiment")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a scenario goes by the time of its network, which may be virtual"));
  }

  @Test
  void simulationsUseNoSocketAndNoThread() {
    check(
        classes()
            .that()
            .resideInAPackage("p2pgossip.simulation")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                        "p2pgossip.simulation",
                        "p2pgossip.steering",
                        "p2pgossip.gossip",
                        "p2pgossip.fault",
                        "p2pgossip.topology",
                        "p2pgossip.network",
                        "java.lang..",
                        "java.util",
                        "java.util.function",
                        "java.util.random",
                        "java.util.stream",
                        "java.time..",
                        "org.jspecify..")
                    .or(JavaClass.Predicates.type(java.net.InetAddress.class))
                    .or(JavaClass.Predicates.type(java.util.concurrent.CopyOnWriteArrayList.class))
                    .or(JavaClass.Predicates.type(java.util.concurrent.CompletableFuture.class)))
            .because("it is as fast as the machine, and the same on every machine"));
  }

  @Test
  void steeringUsesNeitherRealNorSimulatedPeers() {
    check(
        noClasses()
            .that()
            .resideInAPackage("p2pgossip.steering")
            .or()
            .haveNameMatching(
                "p2pgossip\\.experiment\\."
                    + "(ActionPerformer|CopyWatch|ReportedRun|RunWitness|ScenarioRun)(\\$.*)?")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                    "p2pgossip.net..",
                    "p2pgossip.peer..",
                    "p2pgossip.swarm..",
                    "p2pgossip.simulation.."))
            .because("a scenario is the same on every kind of network"));
  }

  @Test
  void arrowsPointOneWayCore() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("p2pgossip.wire..", "p2pgossip.network..", "p2pgossip.journal..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("p2pgossip.net..", "p2pgossip.peer..", "p2pgossip.ui.."))
            .because("what only turns values into values needs no socket and no screen"));
  }

  @Test
  void arrowsPointOneWayNet() {
    check(
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
            .because("the network carries requests; what they mean is decided above it"));
  }

  @Test
  void arrowsPointOneWayPeer() {
    check(
        noClasses()
            .that()
            .resideInAPackage("p2pgossip.peer..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("p2pgossip.ui..", "p2pgossip.journal.."))
            .because("a peer runs the same with and without a window"));
  }

  @Test
  void thePictureOfTheNetworkUsesValuesOnly() {
    check(
        classes()
            .that()
            .resideInAPackage("p2pgossip.network")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                    "p2pgossip.network",
                    "p2pgossip.gossip",
                    "p2pgossip.fault",
                    "java.lang..",
                    "java.util",
                    "java.util.function",
                    "java.util.stream",
                    "java.time..",
                    "org.jspecify.."))
            .because("what was recorded is shown again by the same code that shows what happens"));
  }

  @Test
  void thePictureOfTheNetworkReadsNoClock() {
    check(
        noClasses()
            .that()
            .resideInAPackage("p2pgossip.network")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a recording has a time of its own"));
  }

  @Test
  void arrowsPointOneWayFault() {
    check(
        classes()
            .that()
            .resideInAPackage("p2pgossip.fault")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                    "p2pgossip.fault",
                    "p2pgossip.gossip",
                    "java..",
                    "org.slf4j..",
                    "org.jspecify.."))
            .because(
                "faults are values, which a scenario, a recording and a peer understand alike"));
  }

  @Test
  void arrowsPointOneWayWatch() {
    check(
        noClasses()
            .that()
            .resideInAPackage("p2pgossip.watch")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                    "p2pgossip.ui..",
                    "p2pgossip.journal..",
                    "p2pgossip.wire..",
                    "p2pgossip.swarm..",
                    "p2pgossip.scenario..",
                    "p2pgossip.topology.."))
            .because("it gathers what is seen, and leaves to others what to make of it"));
  }

  @Test
  void watchedRoomsDoNotUseTheWatch() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "p2pgossip.gossip..",
                "p2pgossip.wire..",
                "p2pgossip.net..",
                "p2pgossip.peer..",
                "p2pgossip.fault..",
                "p2pgossip.network..")
            .should()
            .dependOnClassesThat(resideInAPackage("p2pgossip.watch.."))
            .because("a peer is the same whether anybody watches it or not"));
  }

  @Test
  void onlyWindowsUseJavafx() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("p2pgossip.ui..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp.ikonli.."))
            .because("a peer without a window must not load JavaFX"));
  }

  @Test
  void onlyTheGraphUsesGraphstream() {
    check(
        only("p2pgossip.ui.graph..", "org.graphstream..")
            .because("its traps are kept in one room"));
  }

  @Test
  void onlyHintsMakeTooltips() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("p2pgossip.ui.hint")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.scene.control.Tooltip")
            .because("a tooltip of any length has to fit on the screen"));
  }

  @Test
  void onlyNetUsesTheServer() {
    check(
        only("p2pgossip.net", "io.undertow..", "org.xnio..", "org.apache.hc..")
            .because("server and client can then be exchanged"));
  }

  @Test
  void passwordsUseValuesOnly() {
    check(
        classes()
            .that()
            .resideInAPackage("p2pgossip.net.password")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                        "p2pgossip.net.password",
                        "p2pgossip.gossip",
                        "java..",
                        "javax.crypto..",
                        "org.bouncycastle.crypto..",
                        "org.bouncycastle.math.ec..",
                        "org.bouncycastle.util..",
                        "org.jspecify..")
                    .and(not(resideInAPackage("java.nio.channels.."))))
            .because("what decides who is let in is looked at by itself, without a socket"));
  }

  @Test
  void onlyWireUsesGson() {
    check(
        only("p2pgossip.wire", "com.google.gson..")
            .because("what stands on the wire is decided in one room"));
  }

  @Test
  void onlyMetricsUsesPrometheus() {
    check(
        only("p2pgossip.metrics", "io.prometheus..")
            .because("what is counted does not depend on who gathers it"));
  }

  @Test
  void onlyProfileUsesFlightRecorder() {
    check(
        only("p2pgossip.profile", "jdk.jfr..", "org.HdrHistogram..")
            .because("whoever works tells that he does, and not how it is written down"));
  }

  @Test
  void measurementsUseTheCoreOnly() {
    check(
        noClasses()
            .that()
            .resideInAPackage("p2pgossip.profile")
            .should()
            .dependOnClassesThat(
                resideInAPackage("p2pgossip..")
                    .and(not(resideInAnyPackage("p2pgossip.profile", "p2pgossip.gossip"))))
            .because("peers, windows and pages of figures all lean on it"));
  }

  @Test
  void onlyTheCertificateRoomMakesCertificates() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("p2pgossip.certificate.SelfSigned")
            .and()
            .resideOutsideOfPackage("p2pgossip.net.password")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.bouncycastle.."))
            .because(
                "a peer that makes no certificate, and has no password, must not load what makes"
                    + " them"));
  }

  @Test
  void certificatesAreFilesAndValues() {
    check(
        noClasses()
            .that()
            .resideInAPackage("p2pgossip.certificate..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("p2pgossip.net..", "p2pgossip.peer..", "p2pgossip.ui..")
                    .or(JavaClass.Predicates.type(java.net.Socket.class)))
            .because("who is who is known without a network"));
  }

  @Test
  void onlyExportAndTopologyKnowGraphFormats() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("p2pgossip.export", "p2pgossip.topology")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("org.jgrapht..", "org.antlr..", "org.apache.commons.."))
            .because("networks are read from files in one room and written in the other"));
  }

  @Test
  void scenariosAreValues() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("p2pgossip.scenario..", "p2pgossip.topology..", "p2pgossip.fault..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                    "p2pgossip.net..",
                    "p2pgossip.peer..",
                    "p2pgossip.swarm..",
                    "p2pgossip.experiment..",
                    "p2pgossip.ui.."))
            .because("a scenario is written, read and shown without a network to run it on"));
  }

  @Test
  void swarmsUseNoScreen() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "p2pgossip.swarm..", "p2pgossip.experiment..", "p2pgossip.simulation..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("p2pgossip.ui..", "p2pgossip.journal.."))
            .because("a scenario runs the same with and without a window"));
  }

  @Test
  void onlyTheCommandLineUsesPicocli() {
    check(only("p2pgossip", "picocli..").because("flags end where the program begins"));
  }

  @Test
  void oneBridgeToTheFxThread() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("p2pgossip.ui.window.FxThread")
            .should()
            .callMethod(Platform.class, "runLater", Runnable.class)
            .because("bursts are collected before they reach the screen"));
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

  @Test
  void noCycles() {
    check(
        slices()
            .matching("p2pgossip.(**)")
            .should()
            .beFreeOfCycles()
            .because("rooms that need each other are one room"));
  }

  private static void check(ArchRule rule) {
    rule.check(PROGRAM);
  }

  private static ClassesShouldConjunction only(String room, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(room)
        .should()
        .dependOnClassesThat(resideInAnyPackage(libraries));
  }
}
