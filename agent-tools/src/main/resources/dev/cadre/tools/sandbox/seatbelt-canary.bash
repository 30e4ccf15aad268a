# Tries what must fail and what must succeed under macOS; prints a line for everything that is not as promised.
#   PORT and OUTSIDE are set in front: where the host listens on 127.0.0.1, and a file that must not be touched or read
(: >>"$OUTSIDE") 2>/dev/null && printf 'a command can write outside of the workspace\n'
(read -r line <"$OUTSIDE") 2>/dev/null && printf 'a command can read outside of the workspace\n'
(exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null && printf 'a command can connect to the host\n'
(: >"$TMPDIR/.cadre-canary") 2>/dev/null || printf 'a command can not write in its temporary folder\n'
inside=$PWD/.cadre-canary-$RANDOM$RANDOM
if (set -C; : >"$inside") 2>/dev/null; then
    rm -f -- "$inside"
else
    printf 'a command can not write in the workspace %s\n' "$PWD"
fi
for name in .mcp.json .husky .GIT; do
    [ -e "$name" ] || ! (mkdir "$name") 2>/dev/null || { rmdir "$name"; printf 'a command can make %s\n' "$name"; }
done
exit 0
