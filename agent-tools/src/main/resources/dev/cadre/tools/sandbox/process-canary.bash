# Starts processes until it may not; prints "bounded" when it could not start as many as COUNT.
#   COUNT is set in front, and LIMIT: the number for "ulimit -u", or nothing
read -r line < <({
    [ -z "$LIMIT" ] || ulimit -u "$LIMIT"
    for ((i = 0; i < COUNT; i++)); do
        sleep 60 &
    done
    printf 'unbounded\n'
} 2>&1)
case $line in
    *fork*) printf 'bounded\n' ;;
    *) printf '%s\n' "$line" ;;
esac
