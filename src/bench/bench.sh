#!/usr/bin/env bash
# Measures the speed and size of the built program for assets/BENCHMARKS.md. Writes the table to
# standard output, to target/benchmarks.md and into assets/BENCHMARKS.md, and its progress to standard
# error.
#
#   src/bench/bench.sh [--quick] [--no-build] [NAME ...]
#
# Without names all are run, one after the other, in about forty minutes. With names only the rows
# of those change in assets/BENCHMARKS.md. --quick measures for shorter times and leaves that file
# alone. Fails when a benchmark could not be run; the file then stays as it was.
set -euo pipefail
unset CDPATH
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

all=(server load client period swarm swarm50 rumor start window idle dot memory follow graph field log simulate virtual)
table=target/benchmarks.md
rows=target/bench/rows
quick=false
whole=false
builds=true
names=()

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "bench.sh: $*"
  exit 1
}

for argument in "$@"; do
  case $argument in
    --quick) quick=true ;;
    --no-build) builds=false ;;
    -h | --help)
      sed -n '2,11s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
      echo "names: ${all[*]}"
      exit
      ;;
    *)
      [[ " ${all[*]} " == *" $argument "* ]] || fail "\"$argument\" is none of ${all[*]}"
      names+=("$argument")
      ;;
  esac
done
[ "${#names[@]}" -gt 0 ] || { whole=true && names=("${all[@]}"); }

# Before the build, which is a load by itself.
load=$(uptime | sed 's/.*load average[s]*: *//')

if $builds; then
  say 'building ...'
  mvn -B -q -ntp -DskipTests package >&2
fi
mkdir -p target/bench

command_of() { P2PGOSSIP_SHOW_COMMAND=1 ./run.sh "$@"; }

# Sets `java`, and `flags` to those that run.sh gives the JVM for such a program, without its cache of
# classes, which other programs can't use.
flags_of() {
  local word
  java=
  flags=()
  while IFS= read -r word; do
    case $word in
      -cp) break ;;
      -XX:AOTCache=*) ;;
      *) if [ -z "$java" ]; then java=$word; else flags+=("$word"); fi ;;
    esac
  done < <(command_of "$@")
  [ -n "$java" ] || fail 'run.sh did not say what it would start'
}

has_cache() { command_of "$@" | grep -q -e '^-XX:AOTCache='; }

# run.sh makes its caches in the background, some seconds after the first start.
make_cache() {
  has_cache "$@" && return
  say "waiting for run.sh to make its AOT cache ($*) ..."
  ./run.sh "$@" --port 0 --run-for 1 >/dev/null 2>&1 </dev/null || true
  local end=$((SECONDS + 180))
  until has_cache "$@"; do
    [ "$SECONDS" -lt "$end" ] || fail 'run.sh made no AOT cache'
    sleep 1
  done
}

# bench CLASS [ARGUMENT ...]: in a JVM with $java and $flags. The class is one of the package p2pgossip.bench, or
# named with its package.
bench() {
  local class=$1
  shift
  [[ $class == *.* ]] || class=p2pgossip.bench.$class
  "$java" "${flags[@]}" ${more[@]+"${more[@]}"} \
    -cp "target/test-classes:target/p2pgossip.jar:target/lib/*" "$class" "$@"
}

# by_length QUICK WHOLE
by_length() { if $quick; then echo "$1"; else echo "$2"; fi; }

run() {
  more=()
  case $1 in
    simulate | virtual) flags_of simulate ;;
    graph | field | log | follow) flags_of --theme light ;;
    *) flags_of --headless ;;
  esac
  case $1 in
    server) bench ServerBenchmark "$(by_length 5 15)" ;;
    load) bench LoadBenchmark "$(by_length 3 10)" ;;
    client) bench SendingBenchmark ;;
    period) bench PeriodBenchmark ;;
    swarm) bench SwarmBenchmark "$(by_length 10 25)" "$(by_length 8 15)" ;;
    swarm50) bench SwarmStartBenchmark "$(by_length 3 7)" ;;
    rumor) bench RumorBenchmark "$(by_length 40 200)" ;;
    start)
      make_cache --headless
      bench HeadlessStartBenchmark "$(by_length 3 7)"
      ;;
    window)
      make_cache
      bench WindowStartBenchmark "$(by_length 3 7)"
      ;;
    idle)
      make_cache
      bench IdleWindowBenchmark "$(by_length 20 60)" "$(by_length 10 300)"
      ;;
    dot) bench DotBenchmark "$(by_length 20 60)" "$(by_length 10 300)" ;;
    memory)
      make_cache
      bench WindowMemoryBenchmark
      ;;
    simulate)
      more=(-Xmx3g)
      bench SimulationBenchmark
      ;;
    virtual)
      more=(-Xmx3g)
      if $quick; then bench VirtualBenchmark 1000 10000; else bench VirtualBenchmark; fi
      ;;
    follow) bench FollowBenchmark "$(by_length 15 30)" "$(by_length 15 20)" ;;
    graph)
      more=(-Dglass.platform=Headless -Dprism.order=sw)
      bench GraphPaneBenchmark 500 2000 "$(by_length 3 6)"
      ;;
    field)
      more=(-Dglass.platform=Headless -Dprism.order=sw)
      bench p2pgossip.ui.laboratory.FieldBenchmark 1000000 "$(by_length 3 6)"
      ;;
    log)
      more=(-Dglass.platform=Headless -Dprism.order=sw)
      bench 'LogPaneBenchmark$Launcher'
      ;;
  esac
}

processor() {
  sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo 2>/dev/null | sort -u | head -n 1 |
    grep . || sysctl -n machdep.cpu.brand_string 2>/dev/null || uname -m
}

memory() {
  awk '/^MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo 2>/dev/null ||
    sysctl -n hw.memsize | awk '{ printf "%.0f GiB", $1 / 1073741824 }'
}

# Percent of all cores that other programs use, over three seconds; empty if it is not known.
others() {
  [ -r /proc/stat ] || return 0
  local before after
  before=$(head -n 1 /proc/stat)
  sleep 3
  after=$(head -n 1 /proc/stat)
  printf '%s\n%s\n' "$before" "$after" | awk '
    { total = 0; for (i = 2; i <= 9; i++) total += $i; idle = $5 + $6 }
    NR == 1 { total1 = total; idle1 = idle }
    NR == 2 { printf "%.0f", 100 - 100 * (idle - idle1) / (total - total1) }'
}

flags_of --headless
busy=$(others)
date=$(date -u '+%d %B %Y, %H:%M UTC')
cores=$(getconf _NPROCESSORS_ONLN)
system=$(sed -n 's/^PRETTY_NAME="\(.*\)"/\1/p' /etc/os-release 2>/dev/null || true)
{
  echo "Measured on $date with $cores cores ($(processor))," \
    "$(memory) of memory, ${system:-$(uname -s)} ($(uname -sr))," \
    "$("$java" -version 2>&1 | sed -n 2p)."
  echo "Load average at the start: $load${busy:+; other programs took $busy % of the processor}."
  if [ "${busy:-0}" -gt 10 ]; then
    echo '**The machine was busy with other things: times and rates are worse than they would be.**'
  fi
  if $quick; then echo '**A quick run: short measurements.**'; fi
  echo
  echo '| what | figure | expected, or to be seen beside |'
  echo '|---|---|---|'
} | tee "$table"
cp "$table" target/bench/head
: >"$rows"

failed=()
for name in "${names[@]}"; do
  say "-- $name"
  if (run "$name") >"target/bench/$name.out" 2>"target/bench/$name.err"; then
    grep '^| ' "target/bench/$name.out" | tee -a "$table"
    # An invisible comment with the name of the row's benchmark.
    sed -n "s/^\\(| .*\\) |\$/\\1 <!-- $name --> |/p" "target/bench/$name.out" >>"$rows"
  else
    failed+=("$name")
    say "$name could not be run:"
    tail -n 20 "target/bench/$name.out" "target/bench/$name.err" >&2
    echo "| $name | **could not be run** | |" | tee -a "$table"
  fi
done
say "took $SECONDS s; the table is in $table"
[ "${#failed[@]}" -eq 0 ] || fail "could not be run: ${failed[*]}"

if ! $quick; then
  awk -v names="${names[*]}" -v whole="$whole" -v head=target/bench/head -v rows="$rows" \
    -v note="Measured anew: ${names[*]}, on $date; load average at the start: $load${busy:+; other programs took $busy % of the processor}." \
    -f src/bench/into-table.awk assets/BENCHMARKS.md >target/bench/BENCHMARKS.md ||
    fail 'assets/BENCHMARKS.md lacks the markers <!-- benchmarks:begin --> and <!-- benchmarks:end -->'
  cat target/bench/BENCHMARKS.md >assets/BENCHMARKS.md
  say 'assets/BENCHMARKS.md has the new figures'
fi
