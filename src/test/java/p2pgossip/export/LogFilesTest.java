package p2pgossip.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import p2pgossip.gossip.PeerName;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineFormat;
import p2pgossip.journal.LineKind;

class LogFilesTest {

  private static final List<JournalLine> LINES =
      List.of(
          new JournalLine(
              1,
              SampleSession.START,
              LineKind.NOTE,
              null,
              "A rumour begins here: “Zoë said \"no\"”"),
          new JournalLine(
              2,
              SampleSession.at(1_004),
              LineKind.RECEIVED,
              SampleSession.BOB,
              "sender presumed",
              "Bob met Alice."));

  @TempDir private Path folder;

  @Test
  void aLogForPeopleHasALineEach() throws IOException {
    Path file = folder.resolve("gossip.log");

    LogFiles.writeText(file, LINES, new LineFormat(ZoneOffset.UTC), Progress.UNHEARD);

    assertThat(file)
        .hasContent(
            """
            08:00:00.000  **  -  A rumour begins here: “Zoë said "no"”
            08:00:01.004  <-  127.0.0.1:8082  sender presumed: Bob met Alice.
            """);
  }

  @Test
  void aLogForProgramsHasAnObjectInEachLine() throws IOException {
    Path file = folder.resolve("gossip.jsonl");

    LogFiles.writeJson(file, LINES, Progress.UNHEARD);

    assertThat(file)
        .hasContent(
            """
            {"number":1,"at":"2026-11-22T08:00:00Z","kind":"note","text":"A rumour begins here: “Zoë said \\"no\\"”"}
            {"number":2,"at":"2026-11-22T08:00:01.004Z","kind":"received","peer":"127.0.0.1:8082","remark":"sender presumed","text":"Bob met Alice."}
            """);
  }

  @Test
  void aNameStandsBesideTheAddress() throws IOException {
    Path text = folder.resolve("gossip.log");
    Path json = folder.resolve("gossip.jsonl");
    List<JournalLine> lines =
        List.of(
            new JournalLine(
                1,
                SampleSession.START,
                LineKind.RECEIVED,
                SampleSession.BOB,
                new PeerName("Bob <&\""),
                "",
                "Hello."));

    LogFiles.writeText(text, lines, new LineFormat(ZoneOffset.UTC), Progress.UNHEARD);
    LogFiles.writeJson(json, lines, Progress.UNHEARD);

    assertThat(text).hasContent("08:00:00.000  <-  127.0.0.1:8082 (Bob <&\")  Hello.");
    assertThat(json)
        .hasContent(
            "{\"number\":1,\"at\":\"2026-11-22T08:00:00Z\",\"kind\":\"received\","
                + "\"peer\":\"127.0.0.1:8082\",\"name\":\"Bob <&\\\"\",\"text\":\"Hello.\"}");
  }
}
