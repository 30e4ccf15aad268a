# Runs as the first process of the sandbox, whose end is the end of all others. Requests come on standard input as
# fields that end with NUL; replies go to standard output, a line each. The end of standard input ends the sandbox.
#   run ID FOLDER COMMAND -> done ID STATUS         kill ID -> killed ID | stuck ID
#   poll ID -> done ID 137 lost, if so              forget ID
# The files ID.out, ID.err and ID.cwd stand in CONTROL already.
# With a PORT, a process joins it on loopback to the socket CONTROL/proxy; it is started again when a command killed it.
#   init supervisor CONTROL WORKSPACE PROCESSES FILE-KIB MEMORY-KIB CPU-SECONDS OPEN-FILES PORT
[ "$$" = 1 ] || exit 70
LC_ALL=C
control=$1 workspace=$2 processes=$3 file=$4 memory=$5 seconds=$6 handles=$7 port=$8 forwarder=0
umask 022
set -m
declare -A waiters started before

state_of() { # PID -> state, parent, threads, birth
    local line
    IFS= read -r -d '' line <"/proc/$1/stat" || [ -n "$line" ] || return 1
    # The name of a process may hold anything, parentheses and line ends too.
    set -- ${line##*') '}
    state=$1 parent=$2 threads=${18} birth=${20}
}

snapshot() { # -> all: " pid:birth pid:birth …"
    local path
    all=' '
    for path in /proc/[0-9]*; do
        state_of "${path#/proc/}" && all+="${path#/proc/}:$birth "
    done
}

forward() {
    [ -z "$port" ] || { state_of "$forwarder" && [ "$state" != Z ] && [ "$parent" = 1 ]; } && return
    perl "${0%/*}/forwarder" "$port" "$control/proxy" </dev/null >/dev/null 2>&1 &
    forwarder=$!
    until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
        kill -0 "$forwarder" 2>/dev/null || return
    done
}

start() { # ID FOLDER COMMAND
    forward
    snapshot
    before[$1]=$all
    (
        ulimit -c 0
        ulimit -n "$handles"
        ulimit -f "$file"
        ulimit -d "$memory"
        ulimit -t "$seconds"
        ulimit -u "$processes"
        # The command was decided on for this folder and no other.
        if ! cd -- "$2"; then
            printf 'The working directory %s is gone; nothing was run. The next command starts in %s.\n' \
                "$2" "$workspace" >>"$control/$1.err"
            printf 'done %s 1\n' "$1"
            exit
        fi
        unset OLDPWD
        bash -c "trap 'pwd -P >|$control/$1.cwd 2>/dev/null' EXIT; $3" </dev/null >>"$control/$1.out" 2>>"$control/$1.err"
        printf 'done %s %s\n' "$1" "$?"
    ) &
    waiters[$1]=$!
    state_of "$!" && started[$1]=$birth
}

# What was not there when the command began is the command's, unless it hangs below a process that was there. A process
# that vanished while we looked may have left a child that we did not see: then the look was not settled.
offspring() { # ID -> victims, settled
    local -A parents=() births=()
    local path pid up
    victims=() settled=yes
    for path in /proc/[0-9]*; do
        pid=${path#/proc/}
        state_of "$pid" || { settled=no && continue; }
        # Of a dead process nothing is left to kill, but its first thread may have ended before the others.
        if [ "$state" = Z ] && [ "$threads" -le 1 ]; then
            # Ours to bury, and bash does so soon; others stay as long as their parent likes.
            [ "$parent" != 1 ] && [ -n "${buried[$pid:$birth]-}" ] || settled=no
            buried[$pid:$birth]=1
            continue
        fi
        parents[$pid]=$parent births[$pid]=$birth
    done
    for pid in "${!parents[@]}"; do
        up=$pid
        while [ "${up:-0}" -gt 1 ]; do
            [[ ${before[$1]-} == *" $up:${births[$up]-} "* ]] && continue 2
            up=${parents[$up]-}
        done
        [ "$pid" = 1 ] || victims+=("$pid")
    done
}

sweep() { # ID: kills until nothing is left; what was killed needs some time to die
    local end=$((SECONDS + 6))
    local -A buried=()
    while ((SECONDS < end)); do
        offspring "$1"
        if ((${#victims[@]})); then
            kill -KILL "${victims[@]}"
        elif [ "$settled" = yes ]; then
            return 0
        fi
    done
    return 1
}

is_lost() { # ID: is what waits for the command gone?
    ! state_of "${waiters[$1]-0}" || [ "$state" = Z ] || [ "$birth" != "${started[$1]-}" ]
}

printf 'ready\n'
exec 2>/dev/null
while IFS= read -r -d '' verb && IFS= read -r -d '' id; do
    case $verb in
        run) IFS= read -r -d '' folder && IFS= read -r -d '' command && start "$id" "$folder" "$command" ;;
        kill) if sweep "$id"; then printf 'killed %s\n' "$id"; else printf 'stuck %s\n' "$id"; fi ;;
        poll) is_lost "$id" && printf 'done %s 137 lost\n' "$id" ;;
        forget) unset "waiters[$id]" "started[$id]" "before[$id]" ;;
    esac
done
exit 0
