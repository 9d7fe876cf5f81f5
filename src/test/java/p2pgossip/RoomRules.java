package p2pgossip;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static p2pgossip.ProgramClasses.check;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;

/// Which rooms may use which.
abstract class RoomRules {

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
                    .or(JavaClass.Predicates.type(java.text.Normalizer.class))
                    .or(JavaClass.Predicates.type(java.text.Normalizer.Form.class))
                    .or(JavaClass.Predicates.type(java.net.InetAddress.class))
                    .or(JavaClass.Predicates.type(java.net.Inet4Address.class))
                    .or(JavaClass.Predicates.type(java.net.Inet6Address.class)))
            .because("one core serves the window, the swarm and the simulation"));
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
                "p2pgossip.swarm..",
                "p2pgossip.experiment..",
                "p2pgossip.simulation..",
                "p2pgossip.results..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("p2pgossip.ui..", "p2pgossip.journal.."))
            .because("a scenario runs the same with and without a window"));
  }

  @Test
  void lessonsUseNoScreenAndNoSockets() {
    check(
        noClasses()
            .that()
            .resideInAPackage("p2pgossip.lesson..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                    "p2pgossip.ui..",
                    "p2pgossip.net..",
                    "p2pgossip.peer..",
                    "p2pgossip.swarm..",
                    "p2pgossip.watch.."))
            .because("a lesson is played to its end without a window"));
  }

  @Test
  void onlyTheScreenUsesLessons() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("p2pgossip.lesson..", "p2pgossip.pack..", "p2pgossip.ui..")
            .should()
            .dependOnClassesThat(resideInAPackage("p2pgossip.lesson.."))
            .because("the program teaches by what it does anyway"));
  }

  @Test
  void labPacksAreFilesAndValues() {
    check(
        noClasses()
            .that()
            .resideInAPackage("p2pgossip.pack..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                    "p2pgossip.ui..",
                    "p2pgossip.net..",
                    "p2pgossip.peer..",
                    "p2pgossip.swarm..",
                    "p2pgossip.watch.."))
            .because("what was handed in is read and checked without a window"));
  }

  @Test
  void aClassIsAValue() {
    check(
        classes()
            .that()
            .resideInAPackage("p2pgossip.classroom")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                        "p2pgossip.classroom",
                        "p2pgossip.gossip",
                        "java.lang..",
                        "java.nio",
                        "java.nio.charset",
                        "java.text",
                        "java.time..",
                        "java.util",
                        "java.util.function",
                        "java.util.regex",
                        "java.util.stream",
                        "org.jspecify..")
                    .or(JavaClass.Predicates.type(java.net.InetAddress.class)))
            .because("what is announced, scanned and typed is read the same everywhere"));
  }

  @Test
  void onlyMulticastHearsOfClasses() {
    check(
        noClasses()
            .that()
            .resideInAPackage("p2pgossip.multicast")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                    "p2pgossip.net..", "p2pgossip.peer..", "p2pgossip.wire..", "p2pgossip.ui.."))
            .because("a class is heard of by whoever listens, peer or not"));
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
}
