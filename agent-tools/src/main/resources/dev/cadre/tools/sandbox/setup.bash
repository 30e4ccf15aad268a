# Runs as the first process of new user, mount and PID namespaces, with all capabilities in them: builds the view of the
# file system below ROOT, moves into it and becomes the supervisor without any capability.
#   setup ROOT FOLDER NETWORK OPERATION-COUNT (KIND SOURCE TARGET)… COMMAND…
set -eu
root=$1 folder=$2 network=$3 count=$4
shift 4

mount --make-rprivate /
hostname sandbox 2>/dev/null || true
mount -t tmpfs -o mode=755,nosuid,nodev,size=1m sandbox "$root"
mkdir -p "$root/proc" "$root/.old"
mount -t proc -o nosuid,nodev,noexec proc "$root/proc"
# Nobody inside can make further namespaces.
printf 0 >"$root/proc/sys/user/max_user_namespaces"

place() { # SOURCE TARGET: makes the mount point that the source needs
    if [ -d "$1" ]; then
        [ -d "$2" ] || mkdir -p -- "$2"
    elif [ ! -e "$2" ]; then
        mkdir -p -- "${2%/*}"
        : >"$2"
    fi
}

# A read-only bind leaves the mounts below it writable, and a remount may not drop a flag that a mount has.
restrict() { # FLAGS TARGET DEPTH: gives flags to a mount, and with DEPTH "all" to the mounts below it
    local line fields point
    mapfile -t lines </proc/self/mountinfo
    for line in "${lines[@]}"; do
        read -ra fields <<<"${line//\\/\\\\}"
        printf -v point '%b' "${fields[4]//\\/\\0}"
        if [[ $point == "$2" || ($3 == all && $point == "$2"/*) ]]; then
            mount -o "remount,bind,${fields[5]},$1" -- "$point"
        fi
    done
}

for ((i = 0; i < count; i++)); do
    source=$2 target=$root$3
    case $1 in
        bind) place "$source" "$target" && mount --rbind -- "$source" "$target" && restrict nosuid,nodev "$target" all ;;
        ro-bind) place "$source" "$target" && mount --rbind -- "$source" "$target" && restrict ro,nosuid,nodev "$target" all ;;
        device) place "$source" "$target" && mount --bind -- "$source" "$target" ;;
        tmpfs) mkdir -p -- "$target" && mount -t tmpfs -o "nosuid,nodev,$source" tmpfs "$target" ;;
        symlink) mkdir -p -- "${target%/*}" && ln -s -- "$source" "$target" ;;
        folder) mkdir -p -- "$target" ;;
        remount-ro) restrict ro "$target" one ;;
        *) exit 64 ;;
    esac
    shift 3
done

for name in sys sysrq-trigger irq bus; do
    if [ -e "$root/proc/$name" ]; then
        mount --bind "$root/proc/$name" "$root/proc/$name"
        mount -o remount,bind,ro,nosuid,nodev,noexec "$root/proc/$name"
    fi
done

# A new network namespace has its loopback device down.
if [ "$network" = closed ]; then
    ip link set lo up 2>/dev/null \
        || perl -e 'socket(my $s, 2, 2, 0) or die; ioctl($s, 0x8914, pack("a16 s x22", "lo", 0x41)) or die' \
        || { printf 'no way to raise the loopback device: install perl or iproute2\n' >&2; exit 69; }
fi

cd "$root"
pivot_root . .old
cd /
umount -l /.old
rmdir /.old
mount -o remount,bind,ro,nosuid,nodev /
cd -- "$folder"
exec setsid setpriv --no-new-privs --inh-caps=-all --ambient-caps=-all --bounding-set=-all -- "$@"
