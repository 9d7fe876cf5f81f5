package p2pgossip.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Checks, block after block, that what a lesson refers to is there, and that nothing is told
/// before the student has been asked or has made the run.
///
/// A question, and a setting of a run, may stand before the run. Whether that run comes is known at
/// the end.
final class ReferenceCheck {

  private final Set<String> tasks = new HashSet<>();
  private final Set<String> runs = new HashSet<>();

  /// The runs that each prediction is about.
  private final Map<String, List<String>> predictions = new HashMap<>();

  /// The runs that have been named, each with the first line.
  private final Map<String, Integer> named = new LinkedHashMap<>();

  private boolean asked;

  /// @param line in which the block begins
  void take(Block block, int line) throws LessonException {
    switch (block) {
      case Block.Text(Prose prose) -> requireKnown(figures(Stream.of(prose)), line);
      case Block.Watch(List<Prose> prose) -> requireKnown(figures(prose.stream()), line);
      case Block.Explain(List<Prose> prose) -> {
        if (!asked) {
          throw new LessonException(
              line, "\"explain\" stands after a prediction or a run, never before all");
        }
        requireKnown(figures(prose.stream()), line);
      }
      case Block.Predict(String name, String _, Asked about) -> {
        requireNew("predictions", !predictions.containsKey(name), name, line);
        List<String> itsRuns = runsOf(about).distinct().toList();
        predictions.put(name, itsRuns);
        itsRuns.forEach(run -> named.putIfAbsent(run, line));
        asked = true;
      }
      case Block.Run(String name, String _, Plan _) -> {
        requireNew("runs", runs.add(name), name, line);
        asked = true;
      }
      case Block.Task(String name, String _, Goal _) ->
          requireNew("tasks", tasks.add(name), name, line);
      case Block.Compare it -> {
        for (String prediction : it.predictions()) {
          requireOne("prediction", prediction, predictions.keySet(), line);
          for (String run : predictions.getOrDefault(prediction, List.of())) {
            requireOne("run", run, runs, line);
          }
        }
        for (String run : it.runs()) {
          requireOne("run", run, runs, line);
        }
      }
      case Block.Network _ -> {
        // It refers to nothing.
      }
    }
  }

  /// Once the lesson is over.
  void end() throws LessonException {
    for (Map.Entry<String, Integer> run : named.entrySet()) {
      requireOne("run", run.getKey(), runs, run.getValue());
    }
  }

  private static void requireNew(String kind, boolean isNew, String name, int line)
      throws LessonException {
    if (!isNew) {
      throw new LessonException(line, "two " + kind + " are named \"" + name + "\"");
    }
  }

  private static void requireOne(String kind, String name, Set<String> known, int line)
      throws LessonException {
    if (!known.contains(name)) {
      String missing = Named.unknown(kind, name, known.stream().sorted().toList()).getMessage();
      throw new LessonException(line, missing + " before this");
    }
  }

  private void requireKnown(Stream<Figure> figures, int line) throws LessonException {
    for (Figure figure : figures.flatMap(Figure::parts).toList()) {
      switch (figure) {
        case Figure.OfRun it -> requireOne("run", it.run(), runs, line);
        case Figure.OfTheory it -> requireOne("run", it.run(), runs, line);
        case Figure.Predicted(String name) ->
            requireOne("prediction", name, predictions.keySet(), line);
        case Figure.OfPlan it -> named.putIfAbsent(it.run(), line);
        case Figure.Given _, Figure.Computed _, Figure.Joined _ -> {
          // Their parts are checked.
        }
      }
    }
  }

  private static Stream<String> runsOf(Asked asked) {
    return switch (asked) {
      case Asked.Amount it -> runsOf(it.truth().parts());
      case Asked.Choice(List<Asked.Option> options) ->
          options.stream()
              .flatMap(option -> option.claim().stream())
              .flatMap(claim -> runsOf(claim.parts()));
      case Asked.Curve(int _, String run) -> Stream.of(run);
    };
  }

  private static Stream<String> runsOf(Stream<Figure> figures) {
    return figures.flatMap(
        figure ->
            switch (figure) {
              case Figure.OfRun it -> Stream.of(it.run());
              case Figure.OfTheory it -> Stream.of(it.run());
              case Figure.OfPlan it -> Stream.of(it.run());
              case Figure.Given _, Figure.Predicted _, Figure.Computed _, Figure.Joined _ ->
                  Stream.of();
            });
  }

  /// The figures that a block shows in its text.
  static Stream<Figure> figures(Block block) {
    return switch (block) {
      case Block.Text(Prose prose) -> figures(Stream.of(prose));
      case Block.Watch(List<Prose> prose) -> figures(prose.stream());
      case Block.Explain(List<Prose> prose) -> figures(prose.stream());
      case Block.Network _, Block.Compare _, Block.Gate _ -> Stream.of();
    };
  }

  private static Stream<Figure> figures(Stream<Prose> prose) {
    return prose.flatMap(
        each ->
            switch (each) {
              case Prose.Heading(int _, List<Span> spans) -> ofSpans(spans);
              case Prose.Paragraph(List<Span> spans) -> ofSpans(spans);
              case Prose.Items(boolean _, List<List<Prose>> items) ->
                  items.stream().flatMap(item -> figures(item.stream()));
              case Prose.Sample _ -> Stream.of();
            });
  }

  private static Stream<Figure> ofSpans(List<Span> spans) {
    List<Figure> figures = new ArrayList<>();
    for (Span span : spans) {
      switch (span) {
        case Span.Shown(Figure figure) -> figures.add(figure);
        case Span.Emphasis(List<Span> within) -> figures.addAll(ofSpans(within).toList());
        case Span.Strong(List<Span> within) -> figures.addAll(ofSpans(within).toList());
        case Span.Words _, Span.Code _ -> {}
      }
    }
    return figures.stream();
  }
}
