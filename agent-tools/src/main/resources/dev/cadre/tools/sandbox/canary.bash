# Tries what must fail and what must succeed; prints a line for everything that is not as promised.
#   NETWORK, PORT and FILTER are set in front: "closed" or "open", a port on which the host listens on 127.0.0.1, and
#   whether system calls are filtered, "yes" or "no"
for folder in / /usr /etc /run /dev /proc/sys; do
    if (: >"$folder/.cadre-canary") 2>/dev/null; then
        rm -f -- "$folder/.cadre-canary"
        printf 'a command can write in %s\n' "$folder"
    fi
done
(: >>/proc/sys/kernel/core_pattern) 2>/dev/null && printf 'a command can open kernel settings for writing\n'
inside=$PWD/.cadre-canary-$RANDOM$RANDOM
if (set -C; : >"$inside") 2>/dev/null; then
    rm -f -- "$inside"
else
    printf 'a command can not write in the workspace %s\n' "$PWD"
fi
(: >/tmp/.cadre-canary) 2>/dev/null || printf 'a command can not write in its /tmp\n'
rm -f /tmp/.cadre-canary
while read -r name value _; do
    case $name in
        CapInh: | CapPrm: | CapEff: | CapBnd: | CapAmb:)
            [[ $value =~ ^0+$ ]] || printf 'a command holds capabilities: %s %s\n' "$name" "$value" ;;
        Seccomp:) [ "$FILTER" = no ] || [ "$value" = 2 ] || printf 'a command can make every system call\n' ;;
        NoNewPrivs:) [ "$value" = 1 ] || printf 'a command can gain privileges\n' ;;
    esac
done </proc/self/status
[ -e /proc/1/fd/1 ] && printf 'a command can reach into the supervisor\n'
if [ "$NETWORK" = closed ]; then
    answer=$( (exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>&1 && printf connected)
    case $answer in
        *refused*) ;;
        *connected*) printf 'a command can connect to the host\n' ;;
        *) printf 'the loopback device does not work: %s\n' "${answer##*: }" ;;
    esac
    while IFS=': ' read -r device rest; do
        case $device in
            Inter-* | face* | lo) ;;
            *) printf 'a command has the network device %s\n' "$device" ;;
        esac
    done </proc/net/dev
fi
