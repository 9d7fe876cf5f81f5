package p2pgossip.experiment;

/// The rest of a scenario file with six peers, in which each action occurs.
final class EveryAction {

  static final String ACTIONS =
      """
      "actions": [{"at": "0 s", "do": "kill", "peers": 6},
                  {"at": "200 ms", "do": "begin", "fault": {"type": "freeze", "peers": 5}},
                  {"at": "300 ms", "do": "end", "name": "freeze"},
                  {"at": "400 ms", "do": "restart", "peers": 6},
                  {"at": "500 ms", "do": "pause"},
                  {"at": "600 ms", "do": "step"},
                  {"at": "700 ms", "do": "resume"},
                  {"at": "800 ms", "do": "change", "settings": {"fanout": 1}},
                  {"at": "900 ms", "do": "leave", "peers": 3},
                  {"at": "900 ms", "do": "kill", "peers": 2},
                  {"at": "900 ms", "do": "forget"},
                  {"at": "950 ms", "do": "spread", "by": 2}]}
      """;

  private EveryAction() {}
}
