#!/usr/bin/env bash
# A sweep that is killed with kill -9 again and again, and which a second process tries to run at the
# same time. Nothing is lost and nothing counted twice: its results are those of one that was left
# alone, byte for byte.
set -euo pipefail

scratch=${TMPDIR:-/tmp}/killed-sweep
failed=0
running=

fail() {
  echo "FAILED: $*" >&2
  failed=1
}

clean_up() {
  if [ -n "$running" ]; then kill -9 "$running" 2>/dev/null || true; fi
  rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 143' HUP INT TERM
mkdir -p "$scratch"
cat >"$scratch/trial.json" <<'JSON'
{"name": "a trial", "scale": "arrays", "base": {"peers": 2000},
 "axes": [{"of": "fanout", "values": [1, 2]}], "repetitions": 5000, "measures": ["reached", "t_last"]}
JSON
runs=10000
log=$scratch/killed/runs-1-of-1.csv
./run.sh sweep plan "$scratch/trial.json" --out "$scratch/killed" >/dev/null
./run.sh sweep plan "$scratch/trial.json" --out "$scratch/alone" >/dev/null
./run.sh sweep run "$scratch/alone" >/dev/null 2>&1

done_by_now() { if [ -s "$log" ]; then wc -l <"$log"; else echo 0; fi; }

# Starts the sweep, and waits for some more runs.
begin() {
  local before end=$((SECONDS + 120))
  before=$(done_by_now)
  ./run.sh sweep run "$scratch/killed" --threads 1 >/dev/null 2>"$scratch/first.err" &
  running=$!
  until [ "$(done_by_now)" -gt $((before + 100)) ]; do
    [ "$SECONDS" -lt "$end" ] || { fail "no run is made: $(cat "$scratch/first.err")"; exit 1; }
    sleep 0.05
  done
}

for time in 1 2 3 4; do
  begin
  kill -9 "$running"
  wait "$running" 2>/dev/null || true
  running=
  # As if the disk had taken only a part of the last line.
  truncate -s -"$time" "$log"
done
[ "$(done_by_now)" -lt "$runs" ] || fail 'the sweep was over before it was killed'

begin
status=0
./run.sh sweep run "$scratch/killed" >/dev/null 2>"$scratch/second.err" || status=$?
[ "$status" -eq 1 ] || fail "a second process ends with $status"
grep -q 'another process is working on this shard' "$scratch/second.err" ||
  fail "a second process says $(cat "$scratch/second.err")"
./run.sh sweep merge "$scratch/killed" >/dev/null || fail 'what is done so far can not be merged'
status=0
wait "$running" || status=$?
running=
[ "$status" -eq 0 ] || fail "the first process ends with $status: $(cat "$scratch/first.err")"

[ "$(done_by_now)" -eq $((runs + 1)) ] || fail "there are $(done_by_now) lines in the log"
for file in results.csv results.parquet summary.csv; do
  cmp "$scratch/killed/$file" "$scratch/alone/$file" || fail "$file differs"
done
[ -z "$(find "$scratch/killed" -mindepth 1 -name '.*')" ] || fail 'something was left in the folder'
[ "$failed" -eq 0 ]
echo 'The killed sweep has the results of the one that was left alone.'
