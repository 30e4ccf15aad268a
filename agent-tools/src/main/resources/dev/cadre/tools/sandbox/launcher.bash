# Runs on the host between the JVM and the sandbox: makes mount points for protected folders that are absent, starts the
# sandbox in its control groups, and cleans up behind it, also when the JVM was killed.
#   launcher SESSION WORKSPACE GROUP-COUNT GROUP… POINT-COUNT POINT… COMMAND…
session=$1 workspace=$2
groups=("${@:4:$3}")
shift $(($3 + 3))
points=("${@:2:$1}")
shift $(($1 + 1))

# Sandboxes on one workspace share the mount points; the last one removes them.
exec {lock}<"$workspace"
flock --shared --wait 10 "$lock" || exit 72
missing=()
for point in "${points[@]}"; do
    [ -e "$point" ] || missing+=("$point")
done
((${#missing[@]} == 0)) || mkdir -m 0555 -- "${missing[@]}" || exit 73

(
    for group in "${groups[@]}"; do
        printf '%s\n' "$BASHPID" >"$group/cgroup.procs" || exit 71
    done
    exec {lock}<&-
    exec "$@"
)
status=$?

exec </dev/null >/dev/null 2>&1
((${#points[@]})) && flock --exclusive --nonblock "$lock" && rmdir -- "${points[@]}"
((${#groups[@]})) && rmdir -- "${groups[@]}"
rm -rf -- "$session" || { chmod -R u+rwx -- "$session"; rm -rf -- "$session"; }
exit "$status"
