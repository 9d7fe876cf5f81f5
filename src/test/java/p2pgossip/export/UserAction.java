package p2pgossip.export;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Path;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Origin;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Sender;
import p2pgossip.gossip.Strategy;
import p2pgossip.network.Observation;

/// What a user can do once the rumour of a [FinishedRumorTest] is over.
enum UserAction {
  KILLS_A_PEER(it -> it.ends(2)),
  KILLS_ALL(
      it -> {
        for (int i = 0; i < FinishedRumorTest.PEERS; i++) {
          it.ends(i);
        }
      }),
  STARTS_ITS_ORIGIN_AGAIN(
      it -> {
        it.ends(3);
        it.starts(it.peer(3));
      }),
  LOSES_SIGHT_OF_A_PEER(
      it -> it.note(new Observation.LostSight(it.engines.now(), it.peer(1), "gone"))),
  HAS_ANOTHER_JOIN(
      it -> {
        it.starts(FinishedRumorTest.NEWCOMER);
        it.connects(it.peer(0), FinishedRumorTest.NEWCOMER);
        it.connects(FinishedRumorTest.NEWCOMER, it.peer(0));
      }),
  HAS_THE_NEWCOMER_TOLD_IT(
      it -> {
        it.starts(FinishedRumorTest.NEWCOMER);
        it.connects(it.peer(0), FinishedRumorTest.NEWCOMER);
        Copy copy = new Copy(it.told(), 4, 999);
        it.happened(
            it.peer(0),
            new GossipEvent.CopySent(it.engines.now(), FinishedRumorTest.NEWCOMER, copy, false));
        it.happened(
            FinishedRumorTest.NEWCOMER,
            new GossipEvent.RumorHeard(
                it.engines.now(), copy, new Sender.Named(it.peer(0)), false));
      }),
  HAS_AN_ORIGINAL_PEER_TOLD_IT(
      it -> {
        it.connects(it.peer(0), FinishedRumorTest.NEWCOMER);
        Copy copy = new Copy(it.told(), 4, 999);
        it.happened(
            it.peer(0),
            new GossipEvent.CopySent(it.engines.now(), FinishedRumorTest.NEWCOMER, copy, false));
        it.happened(
            it.peer(0),
            new GossipEvent.CopyDelivered(
                it.engines.now(),
                FinishedRumorTest.NEWCOMER,
                copy,
                Hearing.UNSAID,
                Duration.ofMillis(2)));
      }),
  PARTS_THE_NETWORK(
      it ->
          it.faults(
              new Fault.Partition<>(List.of(Set.of(it.peer(0)), Set.of(it.peer(1), it.peer(2)))))),
  LOSES_COPIES(it -> it.faults(new Fault.Loss<>(new Path.Everywhere<>(), 0.5))),
  FREEZES_AND_HEALS(
      it -> {
        it.faults(new Fault.Freeze<>(it.peer(4)));
        it.faults();
      }),
  FORGETS_RUMORS(it -> it.engines.forgetRumors()),
  CHOOSES_FLOOD(it -> it.changes(Strategy.FLOOD)),
  CHOOSES_ANTI_ENTROPY(it -> it.changes(Strategy.ANTI_ENTROPY)),
  CHOOSES_DIRECT(it -> it.changes(Strategy.DIRECT)),
  CHOOSES_ANOTHER_PERIOD(
      it -> it.changeAll(settings -> settings.withPeriod(Duration.ofSeconds(1)))),
  PAUSES_AND_GOES_ON(
      it -> {
        it.changeAll(settings -> settings.withPaused(true));
        it.pass(Duration.ofMinutes(1));
        it.changeAll(settings -> settings.withPaused(false));
      }),
  TELLS_ANOTHER(it -> it.engines.tell(0, "Another")),
  TELLS_SIXTY_MORE(
      it -> {
        // No more than 63, since 64 are remembered.
        for (int i = 0; i < 60; i++) {
          it.engines.tell(i % FinishedRumorTest.PEERS, "Another " + i);
        }
      }),
  TELLS_THE_SAME_AGAIN(
      it ->
          it.happened(
              it.peer(3),
              new GossipEvent.RumorHeard(
                  it.engines.now(), new Copy(it.told(), 0, 0), null, false))),
  STARTS_ANOTHER_SWARM_AT_THE_SAME_PORTS(
      it -> {
        it.note(new Observation.RunEnded(it.engines.now(), 1));
        for (int i = 0; i < FinishedRumorTest.PEERS; i++) {
          it.ends(i);
        }
        it.note(
            new Observation.RunBegan(it.engines.now(), FinishedRumorTest.run(2, it.run.members())));
        for (int i = 0; i < FinishedRumorTest.PEERS; i++) {
          it.starts(it.peer(i));
        }
        it.happened(
            it.peer(3),
            new GossipEvent.RumorHeard(it.engines.now(), new Copy(it.told(), 0, 0), null, false));
      }),
  STARTS_A_SECOND_SWARM_BESIDE(
      it -> {
        it.note(
            new Observation.RunBegan(
                it.engines.now(), FinishedRumorTest.run(2, List.of(FinishedRumorTest.NEWCOMER))));
        it.starts(FinishedRumorTest.NEWCOMER);
        it.connects(FinishedRumorTest.NEWCOMER, it.peer(0));
      }),
  SETS_THE_CLOCK_BACK_AND_FORTH(
      it -> {
        it.network.age(it.engines.now().plus(Duration.ofHours(8)));
        it.happened(
            it.peer(0),
            new GossipEvent.PeerConnected(
                it.engines.now().minus(Duration.ofHours(8)),
                FinishedRumorTest.NEWCOMER,
                new Origin.Asked()));
      }),
  WAITS_FOR_ELEVEN_MINUTES(it -> it.pass(Duration.ofMinutes(11))),
  MEETS_MORE_PEERS_THAN_ARE_REMEMBERED(
      it -> {
        for (int i = 0; i < FinishedRumorTest.PEERS; i++) {
          it.ends(i);
        }
        for (int i = 0; i < 2_100; i++) {
          it.starts(PeerAddress.parse("10.1.%s.%s:80".formatted(i / 250, i % 250)));
        }
      });

  final Consumer<FinishedRumorTest> done;

  UserAction(Consumer<FinishedRumorTest> done) {
    this.done = done;
  }
}
