#!/usr/bin/env bash
# A sweep as a line of GNU parallel, some of whose shards are killed and go on. The merged results are
# those of one process, byte for byte.
# needs: parallel
set -euo pipefail

scratch=${TMPDIR:-/tmp}/parallel
failed=0

fail() {
  echo "FAILED: $*" >&2
  failed=1
}

trap 'rm -rf "$scratch"' EXIT
trap 'exit 143' HUP INT TERM
mkdir -p "$scratch"

./run.sh sweep plan residue --out "$scratch/one" >/dev/null
./run.sh sweep run "$scratch/one" >/dev/null 2>&1

place="$scratch/it's a sweep"
./run.sh sweep plan residue --out "$place" >/dev/null
./run.sh sweep export parallel "$place" --shards 4 >/dev/null

# A process that is killed with kill -9 in the middle of its work.
./run.sh sweep run "$place" --shard 1/4 --threads 1 >/dev/null 2>&1 &
killed=$!
end=$((SECONDS + 60))
until [ -s "$place/runs-1-of-4.csv" ] && [ "$(wc -l <"$place/runs-1-of-4.csv")" -gt 20 ]; do
  [ "$SECONDS" -lt "$end" ] || break
  sleep 0.02
done
kill -9 "$killed"
wait "$killed" 2>/dev/null || true
before=$(wc -l <"$place/runs-1-of-4.csv")
echo "killed after $before lines"
[ "$before" -gt 20 ] || fail 'it did not begin'

sh "$place/parallel.sh" >"$scratch/out" 2>&1 || fail "its status is $?: $(cat "$scratch/out")"
grep -q 'were done earlier' "$scratch/out" || fail 'the shard that was killed began anew'
./run.sh sweep merge "$place" --out "$scratch/merged" >/dev/null
for name in results.csv results.parquet summary.csv; do
  cmp "$scratch/one/$name" "$scratch/merged/$name" || fail "$name is not the same"
done

[ "$failed" -eq 0 ]
echo "GNU parallel gave the results of one process: $(wc -l <"$scratch/merged/results.csv") lines."
