#!/usr/bin/env bash
# Real processes of the built program, each in a network namespace of its own on one bridge: a teacher
# and students. Whatever happens to the network or to one of them, the network recovers soon after, and
# a rumour told then is heard by all.
# needs: iproute2 curl python3
set -euo pipefail

case ${1-} in
  --without-namespaces)
    echo 'left out: network namespaces (--without-namespaces)'
    exit
    ;;
esac

students=4
bridge=gossip$$
space() { printf 'gossip%s-%s' "$$" "$1"; }
ip_of() { printf '10.213.%s.%s' "$(($$ % 250))" "$(($1 + 10))"; }
scratch=${TMPDIR:-/tmp}
declare -A process=()
rows=()
failed=0

fail() {
  echo "FAILED: $*" >&2
  failed=1
}

clean_up() {
  local peer
  for peer in "${!process[@]}"; do
    kill -CONT "${process[$peer]}" 2>/dev/null || true
    kill -KILL "${process[$peer]}" 2>/dev/null || true
    wait "${process[$peer]}" 2>/dev/null || true
  done
  for ((peer = 0; peer <= students; peer++)); do
    ip netns del "$(space "$peer")" 2>/dev/null || true
    rm -rf "/etc/netns/$(space "$peer")"
  done
  ip link del "$bridge" 2>/dev/null || true
}
trap clean_up EXIT
trap 'exit 143' HUP INT TERM

if ! ip netns add "$(space 0)" 2>/dev/null; then
  echo 'network namespaces are not available here; start this with --without-namespaces, or as root' >&2
  exit 1
fi
ip link add "$bridge" type bridge
ip link set "$bridge" up
for ((peer = 0; peer <= students; peer++)); do
  name=$(space "$peer")
  [ "$peer" -eq 0 ] || ip netns add "$name"
  ip link add "v$peer-$$" type veth peer name eth0 netns "$name"
  ip link set "v$peer-$$" master "$bridge" up
  ip -n "$name" link set lo up
  ip -n "$name" address add "$(ip_of "$peer")/24" dev eth0
  ip -n "$name" link set eth0 up
  # A name with two addresses, the first of which is not used.
  mkdir -p "/etc/netns/$name"
  printf '127.0.0.1 localhost\n%s teacher\n%s teacher\n' "$(ip_of 200)" "$(ip_of 0)" \
    >"/etc/netns/$name/hosts"
done

# start PEER [FLAGS ...]
start() {
  local peer=$1
  shift
  ip netns exec "$(space "$peer")" ./run.sh --headless -p 8080 -a "$(ip_of "$peer")" -P 1 "$@" \
    >"$scratch/peer$peer.log" 2>&1 &
  process[$peer]=$!
}

start_teacher() { start 0; }
start_student() { start "$1" -c "$(ip_of 0):8080" "${@:2}"; }

# The process of the program itself, not of run.sh.
signal() {
  local pid
  pid=$(ip netns pids "$(space "$1")" | while read -r each; do
    case $(cat "/proc/$each/comm") in java) echo "$each" ;; esac
  done | head -1)
  kill "-$2" "$pid"
}

end() {
  signal "$1" "$2"
  wait "${process[$1]}" 2>/dev/null || true
  unset "process[$1]"
}

get() { ip netns exec "$(space "$1")" curl -s -m 2 "http://$(ip_of "$1"):8080/$2"; }

# Whether two peers each say that they know the other.
know_each_other() {
  get "$1" state | grep -q "\"address\":\"$(ip_of "$2"):8080\",\"standing\":\"connected\",\"mutual\":true" &&
    get "$2" state | grep -q "\"address\":\"$(ip_of "$1"):8080\",\"standing\":\"connected\",\"mutual\":true"
}

all_know_the_teacher() {
  local peer
  for ((peer = 1; peer <= students; peer++)); do
    know_each_other 0 "$peer" || return 1
  done
}

# wait_for SECONDS COMMAND ...: prints after how many seconds it succeeded
wait_for() {
  local limit=$1 begun=$SECONDS
  shift
  until "$@"; do
    if [ $((SECONDS - begun)) -ge "$limit" ]; then
      return 1
    fi
    sleep 0.5
  done
  echo "$((SECONDS - begun))"
}

rumor=0
# A rumour that a program that is not a peer tells one of them.
tell() {
  rumor=$((rumor + 1))
  ip netns exec "$(space "$1")" curl -s -m 2 -o "$scratch/told" \
    -H 'Content-Type: application/json' -d \
    "{\"message\":\"rumour $rumor\",\"rumor\":{\"id\":\"r$$-$rumor\",\"origin\":\"$(ip_of "$1"):8080\",\"born\":\"2026-11-22T06:45:06Z\",\"hops\":1}}" \
    "http://$(ip_of "$1"):8080/message"
}

all_have_heard() {
  local peer
  for ((peer = 0; peer <= students; peer++)); do
    get "$peer" state | grep -q "\"id\":\"r$$-$rumor\"" || return 1
  done
}

# measure NAME LIMIT: checks that the network recovers in time, and that a rumour is then heard by all
measure() {
  local name=$1 limit=$2 healed heard
  if ! healed=$(wait_for "$limit" all_know_the_teacher); then
    fail "$name: not all know the teacher again after $limit s"
    rows+=("$(printf '%-44s  more than %s s' "$name" "$limit")")
    return
  fi
  tell "$students"
  if ! heard=$(wait_for 30 all_have_heard); then
    fail "$name: a rumour did not reach all within 30 s"
    heard='not by all'
  fi
  rows+=("$(printf '%-44s  %4s s  (at most %s s); a rumour then is heard by all after %s s' "$name" "$healed" "$limit" "$heard")")
  echo "${rows[-1]}"
}

for ((peer = 1; peer < students; peer++)); do start_student "$peer"; done
# The last finds the teacher by a name with two addresses, and learns from others.
start "$students" -c teacher:8080 -u
sleep 3
start_teacher
measure 'students that wait for a teacher' 45

ip -n "$(space 0)" link set eth0 down
sleep 60
ip -n "$(space 0)" link set eth0 up
measure "the teacher's link down for 60 s" 30

end 0 KILL
sleep 25
start_teacher
measure 'the teacher killed, started after 25 s' 30

begun=$(date +%s%N)
end 0 TERM
took=$((($(date +%s%N) - begun) / 1000000))
rows+=("$(printf '%-44s  %4s ms (at most 2000 ms)' 'the teacher ends by SIGTERM' "$took")")
echo "${rows[-1]}"
[ "$took" -le 2000 ] || fail "the teacher took $took ms to end by SIGTERM"
sleep 10
start_teacher
measure 'the teacher has left, started after 10 s' 30

signal 0 STOP
sleep 62
signal 0 CONT
measure 'the teacher stopped for 62 s' 30

signal 1 STOP
sleep 62
signal 1 CONT
measure 'a student stopped for 62 s' 30

for peer in 1 2; do ip link set "v$peer-$$" nomaster; done
sleep 90
for peer in 1 2; do ip link set "v$peer-$$" master "$bridge"; done
measure 'a partition for 90 s' 30

# A stranger makes the teacher call a service that listens on the teacher's LAN address.
ip netns exec "$(space 0)" python3 -m http.server --directory "$scratch" --bind "$(ip_of 0)" 9999 \
  >"$scratch/asked" 2>&1 &
process[service]=$!
sleep 1
answer=$(ip netns exec "$(space 1)" curl -s -m 5 -o /dev/null -w '%{http_code}' -H 'Content-Type: application/json' -d \
  "{\"started\":\"2026-11-22T06:45:06Z\",\"period\":{\"secs\":1,\"nanos\":0},\"port\":9999,\"host_alias\":\"$(ip_of 0)\"}" \
  "http://$(ip_of 0):8080/connect")
sleep 3
if [ "$answer" = 400 ] && ! grep -q 'GET' "$scratch/asked"; then
  rows+=("$(printf '%-44s  refused (%s), and it was not asked' "a service at the teacher's own LAN address" "$answer")")
  echo "${rows[-1]}"
else
  fail "a stranger made the teacher call its own LAN address ($answer)"
fi

# No peer forgets another because of what a stranger says.
started=$(get 2 '' | sed 's/.*"started":"\([^"]*\)".*/\1/')
for _ in 1 2 3 4 5; do
  ip netns exec "$(space 1)" curl -s -m 5 -o /dev/null -H 'Content-Type: application/json' -d \
    "{\"started\":\"$started\",\"period\":{\"secs\":1,\"nanos\":0},\"port\":8080,\"host_alias\":\"$(ip_of 2)\"}" \
    "http://$(ip_of 0):8080/leave"
done
sleep 2
if know_each_other 0 2; then
  rows+=("$(printf '%-44s  it is known as before' 'a goodbye in the name of another')")
  echo "${rows[-1]}"
else
  fail 'a goodbye in the name of another was believed'
fi

printf '\nMeasured, with %s students:\n' "$students"
printf '%s\n' "${rows[@]}"
exit "$failed"
