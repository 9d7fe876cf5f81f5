package p2pgossip;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static p2pgossip.ProgramClasses.check;

import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;

/// Which rooms may use which library.
abstract class LibraryRules {

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
  void onlyWireUsesGson() {
    check(
        only("p2pgossip.wire", "com.google.gson..")
            .because("what stands on the wire is decided in one room"));
  }

  @Test
  void onlyLessonsUseMarkdown() {
    check(
        only("p2pgossip.lesson", "org.commonmark..")
            .because("what a lesson can show is decided where it is read"));
  }

  @Test
  void onlyTheClassroomDrawsQrCodes() {
    check(
        only("p2pgossip.ui.classroom", "io.nayuki..")
            .because("what a camera reads is drawn in one room"));
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
            .because(
                "a class reports its work, not how it is recorded, and not how it is written"
                    + " down"));
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
  void onlyExportAndTopologyUseGraphFormats() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("p2pgossip.export", "p2pgossip.topology")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("org.jgrapht..", "org.antlr..", "org.apache.commons.text.."))
            .because("networks are read from files in one room and written in the other"));
  }

  @Test
  void onlyResultsUseStatisticsAndParquet() {
    check(
        only(
                "p2pgossip.results",
                "org.apache.commons.statistics..",
                "org.apache.parquet..",
                "blue.strategic..",
                "org.xerial..")
            .because("results are worked out and written in one room"));
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

  private static ClassesShouldConjunction only(String room, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(room)
        .should()
        .dependOnClassesThat(resideInAnyPackage(libraries));
  }
}
