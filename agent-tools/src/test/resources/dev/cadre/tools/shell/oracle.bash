# Runs the commands that standard input holds, and tells what each did. A record of the input is a seed and a text, each
# closed by U+001C; one of the output is the programs that ran, the files that were there afterwards and the kernel's
# own account, each closed by U+001D. WITNESS says how a command is run: in a fork of this shell (fork), in a bash of
# its own (exec), or in one that strace watches (trace).

# Unknown programs end in a handler that writes down what it got, and succeed or fail as the seed says.
read -r -d '' env <<'END'
enable -n echo pwd test [ kill type umask ulimit times jobs
__seen() {
  builtin printf -v L '%s\x1f' "$PWD" "$@" $'\x1e'
  L=${L//$'\n'/$'\x1a'}
  builtin printf '%s' "$L" >&198
  case $SEED in 0) S=0;; 1) S=1;; *) S=$(( (${#1} + ${#2} + SEED) % 2 ));; esac
}
command_not_found_handle() { __seen "$@"; return $S; }
END
read -r -d '' stub <<'END'
#!/bin/bash -p
. /env
__seen "${0#/stubs/}" "$@"
exit $S
END
printf '%s\n' "$env" >/env
printf '%s\n' "$stub" >/stubs/canary
/tools/chmod +x /stubs/canary
for name in canary curl ls cat rm git python3 echo tee; do
  /tools/ln /stubs/canary /usr/bin/$name
  [[ $name == canary ]] || /tools/ln /stubs/canary /stubs/$name
done
# A few are real, to start others in turn.
for name in bash sh env timeout nice xargs find nohup stdbuf setsid ionice; do
  [[ -x /usr/bin/$name ]] && /tools/ln -s /usr/bin/$name /stubs/$name
done
eval "/tools/mkdir -p /ws/{1..$COUNT}/w/d/e"
export BASH_ENV=/env PATH=/stubs HOME=/ws/home LANG=C.UTF-8
# Functions need no process of their own.
if [[ $WITNESS == fork ]]; then
  . /env
  for name in canary curl ls git echo; do
    eval "$name() { __seen $name \"\$@\"; return \$S; }"
  done
fi
n=0
while IFS= read -r -d $'\x1c' seed && IFS= read -r -d $'\x1c' text; do
  n=$((n + 1))
  cd /ws/$n/w && : >a1 >b2 >d/c3
  case $WITNESS in
    fork) seen=$(exec 198>&1 >/dev/null 2>&1 </dev/null; export SEED=$seed; eval "$text") ;;
    exec) seen=$(SEED=$seed exec -a bash /bin/bash --norc -c -- "$text" 198>&1 >/dev/null 2>&1 </dev/null) ;;
    *) seen=$(SEED=$seed exec /usr/bin/strace -f -y -qq -xx -s 9999 -o /trace -e signal=none \
      -e trace=execve,open,openat,creat,connect /bin/bash --norc -c -- "$text" 198>&1 >/dev/null 2>&1 </dev/null) ;;
  esac
  printf '%s\x1d' "$seen"
  cd /ws/$n
  shopt -s globstar dotglob nullglob
  for file in **; do
    [[ -f $file ]] && printf '%s\x1f' "$file"
  done
  shopt -u globstar dotglob nullglob
  printf '\x1d'
  [[ $WITNESS == trace ]] && printf '%s' "$(</trace)"
  printf '\x1d'
done
