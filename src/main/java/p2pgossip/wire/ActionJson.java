package p2pgossip.wire;

import static p2pgossip.wire.OneOf.is;
import static p2pgossip.wire.Part.field;
import static p2pgossip.wire.Part.inline;
import static p2pgossip.wire.Part.optional;
import static p2pgossip.wire.Part.orElse;

import java.util.TreeSet;
import p2pgossip.scenario.Action;
import p2pgossip.scenario.Selection;
import p2pgossip.scenario.TimedAction;

/// An action in a scenario file, as in `{"at": "2 s", "do": "kill", "peers": [3, 4]}`.
final class ActionJson {

  private static final Part<Selection> PEERS = field("peers", SelectionJson.CODEC);
  private static final Part<Selection> PEERS_OR_ALL =
      optional("peers", SelectionJson.CODEC, new Selection.All());
  private static final Part<String> NAME = field("name", Values.TEXT);

  /// Without a name, a fault is named after its type.
  private static final Part<String> NAME_OR_TYPE =
      orElse("name", Values.TEXT, in -> in.object("fault").text("type"));

  private static final OneOf<Action> ACTIONS =
      OneOf.of(
              Action.class,
              "do",
              is(
                  "spread",
                  Action.Spread.class,
                  optional("by", SelectionJson.CODEC, new Selection.AtRandom(1)),
                  optional("text", Values.TEXT, Action.Spread.USUAL)),
              is("kill", Action.Kill.class, PEERS),
              is("leave", Action.Leave.class, PEERS),
              is("restart", Action.Restart.class, PEERS),
              is(
                  "join",
                  Action.Join.class,
                  optional("count", Values.whole(1, Action.Join.MOST), 1)),
              is("begin", Action.Begin.class, NAME_OR_TYPE, field("fault", FaultJson.PLANNED)),
              is("end", Action.End.class, NAME),
              is("heal", Action.Heal.class),
              is(
                  "change",
                  Action.Change.class,
                  PEERS_OR_ALL,
                  field("settings", SettingsChangeJson.CODEC)),
              is("pause", Action.Pause.class, PEERS_OR_ALL),
              is("resume", Action.Resume.class, PEERS_OR_ALL),
              is("step", Action.Step.class, PEERS_OR_ALL),
              is("forget", Action.Forget.class, PEERS_OR_ALL))
          .wanting(labels -> "must be one of " + String.join(", ", new TreeSet<>(labels)));

  static final ObjectCodec<TimedAction> CODEC =
      RecordCodec.of(TimedAction.class, field("at", Values.SPAN), inline("action", ACTIONS))
          .strict();

  private ActionJson() {}
}
