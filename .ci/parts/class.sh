#!/usr/bin/env bash
# A class of real processes in five network namespaces on one bridge: a teacher, and 30 students in four
# of them, then 100. They find the class by real multicast. One stranger sends rubbish, one floods, one
# announces a class of the same name, one student crashes and comes back: nobody else is the worse for
# it. Only the teacher's key changes a student, although all are in the class.
# needs: iproute2 curl python3 openssl
set -euo pipefail

case ${1-} in
  --without-namespaces)
    echo 'left out: network namespaces (--without-namespaces)'
    exit
    ;;
esac

hosts=4
bridge=gossip$$
stranger=$((hosts + 1))
name='Year 9'
space() { printf 'gossip%s-%s' "$$" "$1"; }
ip_of() { printf '10.214.%s.%s' "$(($$ % 250))" "$(($1 + 10))"; }
scratch=${TMPDIR:-/tmp}
declare -A process=()
rows=()
failed=0

fail() {
  echo "FAILED: $*" >&2
  failed=1
}

row() {
  rows+=("$(printf '%-52s  %s' "$1" "$2")")
  echo "${rows[-1]}"
}

clean_up() {
  local each
  for each in "${!process[@]}"; do
    kill -KILL "${process[$each]}" 2>/dev/null || true
  done
  for ((each = 0; each <= stranger; each++)); do
    ip netns pids "$(space "$each")" 2>/dev/null | xargs -r kill -KILL 2>/dev/null || true
    ip netns del "$(space "$each")" 2>/dev/null || true
  done
  ip link del "$bridge" 2>/dev/null || true
  wait 2>/dev/null || true
}
trap clean_up EXIT
trap 'exit 143' HUP INT TERM

if ! ip netns add "$(space 0)" 2>/dev/null; then
  echo 'network namespaces are not available here; start this with --without-namespaces, or as root' >&2
  exit 1
fi
ip link add "$bridge" type bridge
ip link set "$bridge" up
for ((host = 0; host <= stranger; host++)); do
  [ "$host" -eq 0 ] || ip netns add "$(space "$host")"
  ip link add "v$host-$$" type veth peer name eth0 netns "$(space "$host")"
  ip link set "v$host-$$" master "$bridge" up
  ip -n "$(space "$host")" link set lo up
  ip -n "$(space "$host")" address add "$(ip_of "$host")/24" dev eth0
  ip -n "$(space "$host")" link set eth0 up
done

# Student N is on one of the hosts, at a port of its own; 0 is the teacher.
host_of() { [ "$1" -eq 0 ] && echo 0 || echo $((1 + $1 % hosts)); }
port_of() { echo $((8080 + $1)); }
address_of() { echo "$(ip_of "$(host_of "$1")"):$(port_of "$1")"; }

# start N FLAGS ...
start() {
  local peer=$1
  shift
  # A period that leaves two processors enough time for a hundred peers.
  P2PGOSSIP_DATA=$scratch/data$peer ip netns exec "$(space "$(host_of "$peer")")" \
    ./run.sh --headless -p "$(port_of "$peer")" -P 20 --no-sentences "$@" >"$scratch/peer$peer.log" 2>&1 &
  process[$peer]=$!
}
start_teacher() { start 0 --class "$name"; }
start_student() { start "$1" --join-class "$name" --allow-tuning; }

# signal N NAME: to the program itself, not to run.sh
signal() {
  local pid
  for pid in $(ip netns pids "$(space "$(host_of "$1")")"); do
    if [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = java ] &&
      tr '\0' ' ' <"/proc/$pid/cmdline" | grep -q -- "-p $(port_of "$1") "; then
      kill "-$2" "$pid"
    fi
  done
}

end() {
  signal "$1" "$2"
  wait "${process[$1]}" 2>/dev/null || true
  unset "process[$1]"
}

# ask N PATH [CURL'S FLAGS]: from the teacher's machine, without a certificate
ask() {
  local peer=$1 path=$2
  shift 2
  ip netns exec "$(space 0)" curl -sk -m 5 "$@" "https://$(address_of "$peer")/$path"
}

# How many the teacher has in the class.
joined() { ask 0 state | grep -o '"standing":"\(connected\|learned\)"' | wc -l; }
all_joined() { [ "$(joined)" -ge "$students" ]; }

# Whether student 3 knows the teacher, and everybody is there.
back() {
  ask 3 state | grep -q "\"address\":\"$(address_of 0)\",\"standing\":\"connected\"" && all_joined
}

# How many of the peers have heard the last rumour.
heard() {
  local peer count=0
  for ((peer = 0; peer <= students; peer++)); do
    if ask "$peer" state | grep -q "\"id\":\"r$$-$rumor\""; then count=$((count + 1)); fi
  done
  echo "$count"
}
all_heard() { [ "$(heard)" -gt "$students" ]; }

# wait_for SECONDS COMMAND ...: prints after how many seconds it succeeded
wait_for() {
  local limit=$1 begun=$SECONDS
  shift
  until "$@"; do
    if [ $((SECONDS - begun)) -ge "$limit" ]; then return 1; fi
    sleep 1
  done
  echo "$((SECONDS - begun))"
}

rumor=0
tell() {
  rumor=$((rumor + 1))
  ask 0 message -o "$scratch/told" -H 'Content-Type: application/json' -d \
    "{\"message\":\"rumour $rumor\",\"rumor\":{\"id\":\"r$$-$rumor\",\"origin\":\"$(address_of 0)\",\"born\":\"2026-11-22T06:45:06Z\",\"hops\":1}}"
}

check_rumor() {
  local took
  tell
  if took=$(wait_for 150 all_heard); then row "$1: a rumour is heard by all" "after $took s"; else
    fail "$1: a rumour has reached $(heard) of $((students + 1)) after 150 s"
  fi
}

# The certificate of a peer, as curl takes it.
key_of() {
  openssl pkcs12 -in "$scratch/data$1/certificate.p12" -passin pass: -nodes -out "$scratch/key$1.pem" \
    2>/dev/null
  echo "$scratch/key$1.pem"
}

# change N [CURL'S FLAGS]: tries to change a student; prints the status
change() {
  local peer=$1
  shift
  ask "$peer" settings -o "$scratch/changed" -w '%{http_code}' -X PATCH \
    -H 'Content-Type: application/merge-patch+json' -d '{"period":{"secs":21,"nanos":0}}' "$@"
}

# A stranger on a machine of its own: rubbish, a flood and a class of the same name, for ten seconds
# each, by multicast and to the teacher.
disturb() {
  ip netns exec "$(space "$stranger")" python3 - "$(ip_of 0)" "$(ip_of "$stranger")" <<'PYTHON'
import os, random, socket, ssl, struct, sys, time
teacher, own = sys.argv[1:]
random.seed(1)
group = ("224.0.0.251", 5353)
out = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
out.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(own))

def name(*labels):
    return b"".join(bytes([len(each)]) + each for each in labels) + b"\0"

service = name(b"_p2pgossip", b"_tcp", b"local")

def record(owner, kind, data):
    return owner + struct.pack(">HHIH", kind, 1, 120, len(data)) + data

def announcement(i):
    instance = b"\x05" + b"%05d" % i + service
    text = b"".join(bytes([len(each)]) + each for each in (
        b"txtvers=1", b"class=Year 9", b"fingerprint=SHA256:" + b"A" * 43))
    return struct.pack(">6H", 0, 0x8400, 0, 1, 0, 2) + record(service, 12, instance) + record(
        instance, 33, struct.pack(">3H", 0, 0, 1 + i % 60000) + name(b"x")) + record(instance, 16, text)

# The name that ends the receiving thread of a well-known library.
turkish = struct.pack(">6H", 0, 0x8400, 0, 1, 0, 0) + record(
    name(b"_services", b"_dns-sd", b"_udp", b"local"), 12,
    name("İ".encode() * 25, b"in-addr", b"arpa"))
begun = time.time()
sent = 0
while time.time() - begun < 10:
    for message in (os.urandom(random.randrange(1400)), announcement(sent), turkish,
                    struct.pack(">6H", 0, 0, 1, 0, 0, 0) + service + struct.pack(">2H", 12, 1)):
        out.sendto(message, group)
    sent += 4
    time.sleep(0.002)
print(f"{sent} messages by multicast")

anybody = ssl.create_default_context()
anybody.check_hostname = False
anybody.verify_mode = ssl.CERT_NONE
begun = time.time()
tries = 0
while time.time() - begun < 20:
    tries += 1
    try:
        plain = socket.create_connection((teacher, 8080), 2)
        if tries % 3 == 0:
            plain.sendall(os.urandom(400))
        elif tries % 3 == 1:
            plain.sendall(b"\x16\x03\x01" + os.urandom(200))
        else:
            with anybody.wrap_socket(plain) as secure:
                for _ in range(20):
                    secure.sendall(b"POST /connect HTTP/1.1\r\nHost: x\r\n\r\n" + os.urandom(100))
        plain.close()
    except OSError:
        pass
print(f"{tries} connections to the teacher")
PYTHON
}

./run.sh --version
# A hundred of them fit into 8 GB, and start within minutes on two processors.
export JDK_JAVA_OPTIONS='-Xmx96m -XX:+UseSerialGC -XX:TieredStopAtLevel=1'
for students in 30 100; do
  echo "-- $students students"
  for ((peer = 1; peer <= students; peer++)); do
    start_student "$peer"
    # As students come in: all at once would take two processors minutes to start.
    sleep 1
  done
  sleep 5
  start_teacher
  if took=$(wait_for $((60 + 3 * students)) all_joined); then
    row "$students students find the class and join" "after $took s"
  else
    fail "$(joined) of $students have joined after $((60 + 3 * students)) s"
  fi
  check_rumor "$students students"

  # Only the teacher's key changes a student.
  for who in "nobody's 403" "student's 403 --cert $(key_of 2)" "teacher's 200 --cert $(key_of 0)"; do
    read -r whose expected flags <<<"$who"
    # shellcheck disable=SC2086 # several words
    status=$(change 1 $flags) || true
    if [ "$status" = "$expected" ]; then row "a change with $whose key" "$status"; else
      fail "a change with $whose key was answered with $status, not $expected"
    fi
  done

  signal 3 KILL
  wait "${process[3]}" 2>/dev/null || true
  disturb &
  disturbing=$!
  sleep 3
  start_student 3
  wait "$disturbing"
  # By then the class is called the same as the stranger's: a student that crashed goes by the code.
  if grep -q 'are called' "$scratch/peer3.log"; then
    row 'two classes of the same name' 'are told apart by their codes'
    typed=$(sed -n 's/.*students type: //p' "$scratch/peer0.log" | tail -1)
    wait "${process[3]}" 2>/dev/null || true
    start 3 --join-class "$typed" --allow-tuning
  fi
  if took=$(wait_for 60 back); then
    row "a student that crashed, beside rubbish and a flood" "is back after $took s"
  else
    fail "$(joined) of $students are in the class after a flood"
  fi
  check_rumor 'after rubbish and a flood'
  if grep -l 'Exception' "$scratch"/peer*.log; then fail 'an exception stands in a log'; fi

  end 0 TERM
  sleep 2
  start 3000 --join-class "$name" 2>/dev/null || true
  sleep 8
  if grep -q 'is in a class' "$scratch/peer3000.log"; then
    fail 'a class was found after it had been taken back'
  else
    row 'the teacher leaves' 'nobody finds the class any more'
  fi
  for peer in "${!process[@]}"; do kill -TERM "${process[$peer]}" 2>/dev/null || true; done
  for ((host = 0; host < stranger; host++)); do
    ip netns pids "$(space "$host")" | xargs -r kill -KILL 2>/dev/null || true
  done
  wait 2>/dev/null || true
  process=()
done

printf '\nMeasured:\n'
printf '%s\n' "${rows[@]}"
exit "$failed"
