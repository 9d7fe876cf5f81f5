package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import p2pgossip.file.CsvTable;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Quote;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.ShownText;
import p2pgossip.network.Observation;
import p2pgossip.network.Run;
import p2pgossip.pack.PackRow;
import p2pgossip.pack.PredictionLine;
import p2pgossip.scenario.Action;
import p2pgossip.scenario.Report;
import p2pgossip.scenario.ScaleComparison;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Variant;
import p2pgossip.ui.chart.Wording;
import p2pgossip.wire.PackedAnswers;

/// Texts of strangers, files and failures have one way out: in a room that shows or writes them, a
/// method that reads such a text hands it to that way itself, or is in the list of those that do
/// something else with it. So a new output is noticed here.
abstract class TextFromOutsideRules {

  private static final JavaClasses PROGRAM = ProgramClasses.all();

  private static final Set<String> TEXTS =
      Stream.of(
              of(Rumor.class, "text"),
              of(GossipEvent.MessageSent.class, "text"),
              of(GossipEvent.MessageReceived.class, "text"),
              of(GossipEvent.MessageFailed.class, "text"),
              of(GossipEvent.CallerRefused.class, "reason"),
              of(GossipEvent.CallerTurnedAway.class, "reason"),
              of(GossipEvent.Trouble.class, "cause"),
              of(Failure.class, "reason"),
              of(PeerSettings.class, "text"),
              of(Observation.LostSight.class, "reason"),
              of(Action.Spread.class, "text"),
              of(Action.Begin.class, "name"),
              of(Action.End.class, "name"),
              of(Scenario.class, "name"),
              of(Scenario.class, "description"),
              of(Variant.class, "name"),
              of(Run.class, "scenario"),
              of(Run.class, "variant"),
              of(Report.Run.class, "name"),
              of(ScaleComparison.class, "scenario"),
              of(ScaleComparison.class, "run"),
              of(Report.Happening.class, "about"),
              of(PackedAnswers.class, "student"),
              of(PackedAnswers.class, "program"),
              of(PackRow.class, "student"),
              of(PredictionLine.class, "said"))
          .collect(Collectors.toSet());

  private static final Set<String> WAYS_OUT =
      Set.of(
          ShownText.class.getName(),
          Quote.class.getName(),
          CsvTable.class.getName(),
          Wording.class.getName());

  /// Methods that show nothing: they make values of texts, compare them, or hand them to a way out.
  private static final List<String> CARRIED =
      List.of(
          "p2pgossip.ScenarioChanges.",
          "p2pgossip.export.SharedParts.",
          "p2pgossip.scenario.SettingsChange.",
          "p2pgossip.experiment.ActionPerformer.",
          "p2pgossip.experiment.ReportedRun.",
          "p2pgossip.experiment.RunWitness.",
          "p2pgossip.experiment.ScenarioRun.",
          "p2pgossip.experiment.ScenarioRunner.",
          "p2pgossip.experiment.ThreeScales.",
          // Rows of tables, which CsvTable writes.
          "p2pgossip.scenario.ConditionColumns.",
          "p2pgossip.export.ChartCsv.",
          "p2pgossip.export.ReportFiles.",
          "p2pgossip.ui.window.WindowKeep.runs",
          "p2pgossip.pack.PackCsv.",
          "p2pgossip.pack.RunTables.",
          // Each becomes a cell, whose words are shown.
          "p2pgossip.ui.lesson.PackColumns.",
          // Shown by the method that puts them into a line.
          "p2pgossip.pack.PackText.cells",
          // Values, compared or handed on.
          "p2pgossip.pack.PackRow.student",
          "p2pgossip.pack.PackTable.order",
          "p2pgossip.pack.PackMarks.sameStudent",
          "p2pgossip.pack.PredictionLine.",
          // Written by a Narrator.
          "p2pgossip.export.ShivizEvents.",
          // A field to type into shows exactly the text.
          "p2pgossip.ui.settings.GossipPane.",
          "p2pgossip.ui.tuning.TuningDraft.");

  private static String of(Class<?> owner, String accessor) {
    return owner.getName() + "." + accessor;
  }

  private static boolean shows(String room) {
    return room.equals("p2pgossip")
        || Stream.of(
                "ui",
                "journal",
                "export",
                "metrics",
                "swarm",
                "experiment",
                "scenario",
                "story",
                "pack")
            .anyMatch(
                it -> room.equals("p2pgossip." + it) || room.startsWith("p2pgossip." + it + "."));
  }

  @Test
  void hasOneWayOut() {
    assertThat(
            PROGRAM.stream()
                .filter(it -> shows(it.getPackageName()))
                .flatMap(it -> it.getCodeUnits().stream())
                .filter(TextFromOutsideRules::letsTextThrough)
                .map(TextFromOutsideRules::name)
                .filter(it -> CARRIED.stream().noneMatch(it::startsWith)))
        .isEmpty();
  }

  private static boolean letsTextThrough(JavaCodeUnit unit) {
    Set<JavaMethodCall> calls = unit.getMethodCallsFromSelf();
    return calls.stream().anyMatch(TextFromOutsideRules::readsText)
        && calls.stream().noneMatch(it -> WAYS_OUT.contains(it.getTargetOwner().getName()));
  }

  private static boolean readsText(JavaMethodCall call) {
    return TEXTS.contains(call.getTargetOwner().getName() + "." + call.getName());
  }

  private static String name(JavaCodeUnit unit) {
    return unit.getOwner().getName() + "." + unit.getName();
  }
}
