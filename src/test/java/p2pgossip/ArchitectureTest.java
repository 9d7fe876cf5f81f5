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
class ArchitectureTest {

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
                        "java.util.concurrent.locks",
                        "org.jspecify..")
                    .or(JavaClass.Predicates.type(java.net.InetAddress.class))
                    .or(JavaClass.Predicates.type(java.util.concurrent.ConcurrentLinkedQueue.class))
                    .or(JavaClass.Predicates.type(java.util.concurrent.CopyOnWriteArrayList.class))
                    .or(JavaClass.Predicates.type(java.util.concurrent.CompletableFuture.class)))
            .because("it is as fast as the machine, and the same on every machine"));
  }

  @Test
  void populationsUseNoSocketAndNoClock() {
    check(
        classes()
            .that()
            .resideInAPackage("p2pgossip.population")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                    "p2pgossip.population",
                    "p2pgossip.gossip",
                    "p2pgossip.fault",
                    "p2pgossip.topology",
                    "p2pgossip.scenario",
                    "p2pgossip.network",
                    "java.lang..",
                    "java.util",
                    "java.util.concurrent..",
                    "java.util.function",
                    "java.util.random",
                    "java.util.stream",
                    "org.jspecify.."))
            .because("what ten million peers do depends on nothing but the rules and the seed"));
  }

  @Test
  void experimentsAreValues() {
    check(
        classes()
            .that()
            .resideInAPackage("p2pgossip.sweep")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                    "p2pgossip.sweep",
                    "p2pgossip.scenario",
                    "p2pgossip.topology",
                    "p2pgossip.fault",
                    "p2pgossip.gossip",
                    "java.lang..",
                    "java.math",
                    "java.time..",
                    "java.util",
                    "java.util.function",
                    "java.util.stream",
                    "org.jspecify.."))
            .because("what is to be run is written, read and shown without running it"));
  }

  @Test
  void theoryIsArithmetic() {
    check(
        classes()
            .that()
            .resideInAPackage("p2pgossip.theory")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                    "p2pgossip.theory",
                    "java.lang..",
                    "java.util",
                    "java.util.function",
                    "java.util.stream",
                    "org.jspecify.."))
            .because("what the simulation is checked against must not come from the simulation"));
  }

  @Test
  void theLaboratoryHasNoScreenAndNoSockets() {
    check(
        classes()
            .that()
            .resideInAPackage("p2pgossip.laboratory")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                    "p2pgossip.laboratory",
                    "p2pgossip.results",
                    "p2pgossip.sweep",
                    "p2pgossip.experiment",
                    "p2pgossip.population",
                    "p2pgossip.theory",
                    "p2pgossip.scenario",
                    "p2pgossip.topology",
                    "p2pgossip.gossip",
                    "java.lang..",
                    "java.math",
                    "java.util..",
                    "java.time..",
                    "java.io",
                    "java.nio.file..",
                    "org.slf4j..",
                    "org.jspecify.."))
            .because("what it finds is found without a screen too"));
  }

  @Test
  void runsInOtherProcessesUseNoScreen() {
    check(
        noClasses()
            .that()
            .resideInAPackage("p2pgossip.worker")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("p2pgossip.ui..", "p2pgossip.net..", "p2pgossip.peer.."))
            .because("a run is made the same wherever it is made"));
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
  void noCycles() {
    check(
        slices()
            .matching("p2pgossip.(**)")
            .should()
            .beFreeOfCycles()
            .because("rooms that need each other are one room"));
  }
}
