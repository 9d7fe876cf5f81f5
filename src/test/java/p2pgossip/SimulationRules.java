package p2pgossip;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static p2pgossip.ProgramClasses.check;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;

/// What the simulation, its experiments and the laboratory may use.
abstract class SimulationRules {

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
  void aHeatMapIsLaidOutWithoutKnowingWhoDrawsIt() {
    check(
        classes()
            .that()
            .resideInAPackage("p2pgossip.heatmap")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                    "p2pgossip.heatmap",
                    "java.lang..",
                    "java.math",
                    "java.util",
                    "java.util.function",
                    "java.util.stream",
                    "org.jspecify.."))
            .because("the window and the files draw the same map"));
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
                    "p2pgossip.heatmap",
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
}
