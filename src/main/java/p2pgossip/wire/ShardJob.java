package p2pgossip.wire;

import java.util.List;

/// A job that runs all shards of a sweep in containers.
///
/// @param image of the containers
/// @param command of each, in which the index of the shard, from 0, is the environment's
///     `JOB_COMPLETION_INDEX`
/// @param claim the name of the persistent volume claim that holds the folder of the sweep
/// @param folder where it is mounted
public record ShardJob(
    String name, int shards, String image, List<String> command, String claim, String folder) {

  public ShardJob {
    command = List.copyOf(command);
  }
}
