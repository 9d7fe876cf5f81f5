#!/usr/bin/env bash
# A full disk of 64 KiB: whatever the program writes there, existing files stay unchanged, a line says
# what could not be written and where, and the exit status is not 0. The same for a scenario's figures
# that nothing reads. Run as root, to mount a disk in memory.
# needs: xvfb xauth
set -euo pipefail

scratch=${TMPDIR:-/tmp}/full-disk
disk=$scratch/disk
failed=0
started=()

fail() {
  echo "FAILED: $*" >&2
  failed=1
}

clean_up() {
  local pid
  for pid in ${started[@]+"${started[@]}"}; do kill "$pid" 2>/dev/null || true; done
  wait
  umount "$disk" 2>/dev/null || true
  rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 143' HUP INT TERM

mkdir -p "$disk"
mount -t tmpfs -o size=64k,mode=700 tmpfs "$disk"

# Fills the disk.
fill() {
  local grain
  for grain in 4k 512 1; do
    dd if=/dev/zero bs="$grain" of="$disk/filler.$grain" 2>/dev/null || true
  done
}

make_room() { rm -f "$disk"/filler.*; }

# All files, without the one that fills the disk and the lock, which is empty.
content() {
  (cd "$disk" && find . -type f ! -name 'filler.*' ! -name lock -exec sha256sum {} + | sort -k 2)
}

# run NAME COMMAND ...: with its output in NAME.out and NAME.err, its status in $status.
run() {
  local name=$1
  shift
  status=0
  timeout 120 "$@" >"$scratch/$name.out" 2>"$scratch/$name.err" </dev/null || status=$?
}

# says NAME STATUS WORDS ...: checks its status ("bad": any but 0) and that it printed the words.
says() {
  local name=$1 expected=$2 word
  shift 2
  case $expected in
    bad) [ "$status" -ne 0 ] || fail "$name: its status is 0" ;;
    *) [ "$status" -eq "$expected" ] || fail "$name: its status is $status, not $expected" ;;
  esac
  for word in "$@"; do
    grep -qF -- "$word" "$scratch/$name.err" || fail "$name: nothing says \"$word\""
  done
  if grep -nE '^[[:space:]]+at |Exception' "$scratch/$name.err"; then fail "$name: a stack trace"; fi
}

# kept NAME BEFORE: checks that all files are as before, and that there are no others.
kept() {
  local now
  now=$(content)
  [ "$now" = "$2" ] || fail "$1: what was there has changed: $(diff <(echo "$2") <(echo "$now"))"
}

cat >"$scratch/trial.json" <<'JSON'
{"name": "a trial", "peers": 3, "topology": "line", "lasts": "10 s", "quiet": "300 ms",
 "settings": {"sentences": false, "strategy": "flood"},
 "actions": [{"at": "0 s", "do": "spread", "by": 1}]}
JSON
scenario=(./run.sh --headless -p 0 --scenario "$scratch/trial.json")

echo 'A report'
run report "${scenario[@]}" --report "$disk/report"
says report 0 'the report is in'
before=$(content)
fill
run report-full "${scenario[@]}" --report "$disk/report"
says report-full bad "$disk/report" 'No space left on device'
kept report-full "$before"
run report-new "${scenario[@]}" --report "$disk/another"
says report-new bad "$disk/another" 'No space left on device'
[ -z "$(find "$disk/another" -type f 2>/dev/null)" ] || fail 'a part of a report was left'
make_room
rm -rf "${disk:?}"/*

echo 'A key, and the store of trusted peers'
fill
P2PGOSSIP_DATA=$disk/data run key ./run.sh --headless --tls -p 0 --run-for 1
says key bad "$disk/data" 'No space left on device'
make_room
rm -rf "${disk:?}"/*
# One peer that others meet, with a key elsewhere.
P2PGOSSIP_DATA=$scratch/other ./run.sh --headless --tls -p 0 2>"$scratch/other.err" >/dev/null &
started+=("$!")
end=$((SECONDS + 60))
until port=$(sed -n 's/.*runs at 127\.0\.0\.1:\([0-9]*\) .*/\1/p' "$scratch/other.err") && [ -n "$port" ]; do
  [ "$SECONDS" -lt "$end" ] || { fail 'the other peer did not start'; exit 1; }
  sleep 0.1
done
mkdir "$disk/data"
chmod 700 "$disk/data"
printf '# a store\n10.0.0.7:8080 SHA256:uNiVztksCsDhcc0u9e8BgrJXVGDbmZ4b3Y1H8vPZ0qk 2026-11-27T08:00:00Z 2026-11-27T08:00:00Z\n' \
  >"$disk/data/trusted-peers"
P2PGOSSIP_DATA=$disk/data run met ./run.sh --headless --tls -p 0 --run-for 1
says met 0
before=$(content)
fill
P2PGOSSIP_DATA=$disk/data run store ./run.sh --headless --tls -p 0 -c "127.0.0.1:$port" --run-for 3
says store 0 "$disk/data/trusted-peers" 'No space left on device'
kept store "$before"
run forget env P2PGOSSIP_DATA="$disk/data" ./run.sh --forget 10.0.0.7:8080
says forget bad "$disk/data/trusted-peers" 'No space left on device'
kept forget "$before"
make_room
P2PGOSSIP_DATA=$disk/data run again ./run.sh --headless --tls -p 0 -c "127.0.0.1:$port" --run-for 3
says again 0
grep -q "^127.0.0.1:$port " "$disk/data/trusted-peers" || fail 'with room again, the peer that was met is not written'
grep -q '^10.0.0.7:8080 ' "$disk/data/trusted-peers" || fail 'the known peer is lost'
rm -rf "${disk:?}"/*

echo 'What a window remembers'
mkdir "$disk/p2pgossip"
printf 'width=900.0\nheight=700.0\ntheme=dark\n' >"$disk/p2pgossip/window.properties"
before=$(content)
fill
run window env XDG_CONFIG_HOME="$disk" xvfb-run -a ./run.sh -p 0 --run-for 3
says window 0 "$disk/p2pgossip/window.properties" 'No space left on device'
kept window "$before"
make_room
rm -rf "${disk:?}"/*

echo 'A flight recording'
printf 'an old one' >"$disk/run.jfr"
fill
run profile ./run.sh --headless -p 0 --run-for 1 --profile "$disk/run.jfr"
says profile bad "$disk/run.jfr" 'disk is full'
make_room
rm -rf "${disk:?}"/*

echo 'A sweep'
run plan ./run.sh sweep plan residue --out "$disk/new"
says plan bad "$disk/new" 'No space left on device'
[ -z "$(find "$disk/new" -type f 2>/dev/null)" ] || fail 'a part of a plan was left'
rm -rf "${disk:?}"/*
cat >"$scratch/sweep.json" <<'JSON'
{"name": "a trial", "scale": "arrays", "base": {"peers": 100}, "repetitions": 1000, "measures": ["t_last"]}
JSON
run plan ./run.sh sweep plan "$scratch/sweep.json" --out "$disk/sweep"
says plan 0
run sweep ./run.sh sweep run "$disk/sweep"
says sweep bad "$disk/sweep/runs-1-of-1.csv" 'No space left on device'
[ -z "$(tail -c 1 "$disk/sweep/runs-1-of-1.csv")" ] || fail 'a line of the log is not whole'
mkdir "$scratch/roomy"
cp "$disk/sweep"/* "$scratch/roomy"
run sweep-on ./run.sh sweep run "$scratch/roomy"
says sweep-on 0 'of 1,000 runs were done earlier'
rm -rf "${disk:?}"/*
# The runs fit, but not their tables.
sed 's/1000/120/' "$scratch/sweep.json" >"$scratch/few.json"
run plan ./run.sh sweep plan "$scratch/few.json" --out "$disk/few"
says plan 0
run few ./run.sh sweep run "$disk/few"
says few bad "$disk/few/" 'No space left on device'
[ "$(wc -l <"$disk/few/runs-1-of-1.csv")" -eq 121 ] || fail 'a run is lost for want of room for the tables'
[ -z "$(find "$disk/few" -name '.*' -mindepth 1)" ] || fail 'a part of the tables was left'
rm -rf "${disk:?}"/*

echo "A scenario's figures"
status=0
timeout 120 "${scenario[@]}" >/dev/full 2>"$scratch/full.err" </dev/null || status=$?
says full bad 'the figures could not be written to standard output'
{
  code=0
  timeout 120 "${scenario[@]}" 2>"$scratch/pipe.err" </dev/null || code=$?
  echo "$code" >"$scratch/pipe.status"
} | true
status=$(cat "$scratch/pipe.status")
says pipe bad 'the figures could not be written to standard output'
status=0
timeout 60 ./run.sh --help >/dev/full 2>"$scratch/help.err" </dev/null || status=$?
says help bad 'not all could be written to standard output'

[ "$failed" -eq 0 ]
echo 'All files are unchanged, and each failure was reported.'
