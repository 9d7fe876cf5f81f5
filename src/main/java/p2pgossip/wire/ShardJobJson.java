package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;

/// The form of a [ShardJob] as a manifest for Kubernetes: a Job of `batch/v1` with an index for
/// each shard (https://kubernetes.io/docs/concepts/workloads/controllers/job/). It is only written.
public final class ShardJobJson {

  /// How often a shard is tried again, each by itself. One that goes on makes nothing anew.
  private static final int TRIES_OF_A_SHARD = 3;

  private static final String VOLUME = "sweep";

  private ShardJobJson() {}

  /// A file for `kubectl apply -f`.
  public static byte[] write(ShardJob job) {
    return JsonOutput.file(
        out -> {
          out.beginObject();
          out.name("apiVersion").value("batch/v1");
          out.name("kind").value("Job");
          out.name("metadata").beginObject().name("name").value(job.name()).endObject();
          out.name("spec").beginObject();
          out.name("completionMode").value("Indexed");
          out.name("completions").value(job.shards());
          out.name("parallelism").value(job.shards());
          out.name("backoffLimitPerIndex").value(TRIES_OF_A_SHARD);
          out.name("template").beginObject().name("spec");
          pod(out, job);
          out.endObject().endObject().endObject();
        });
  }

  private static void pod(JsonWriter out, ShardJob job) throws IOException {
    out.beginObject();
    out.name("restartPolicy").value("Never");
    out.name("containers").beginArray().beginObject();
    out.name("name").value("shard");
    out.name("image").value(job.image());
    out.name("command").beginArray();
    for (String word : job.command()) {
      out.value(word);
    }
    out.endArray();
    out.name("volumeMounts").beginArray().beginObject();
    out.name("name").value(VOLUME).name("mountPath").value(job.folder());
    out.endObject().endArray();
    out.endObject().endArray();
    out.name("volumes").beginArray().beginObject();
    out.name("name").value(VOLUME);
    out.name("persistentVolumeClaim").beginObject();
    out.name("claimName").value(job.claim());
    out.endObject().endObject().endArray();
    out.endObject();
  }
}
