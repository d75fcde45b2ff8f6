# What bin/setup and bin/setup-tests share: visible steps, one sentence when something is missing, stamps of what is done.
# shellcheck shell=sh

stamps=.tools/stamps
log=.cache/setup.log
mkdir -p "$stamps" "${log%/*}"

say() { printf '%s\n' "$1"; }

# fail SENTENCE: says what to do and ends.
fail() {
    printf '\n%s\n' "$1" >&2
    exit 1
}

# try TEXT COMMAND…: runs a command behind one line with its time; what it prints goes to the log. False when it fails.
try() {
    printf '%s … ' "$1"
    shift
    started=$(date +%s)
    if "$@" >"$log" 2>&1 </dev/null; then
        printf '%s s\n' $(($(date +%s) - started))
    else
        say "gikk ikke"
        return 1
    fi
}

# step TEXT COMMAND…: the same, and ends with what the command printed when it fails.
step() {
    try "$@" || {
        cat "$log" >&2
        fail "Oppsettet stoppet ved «$1». Rett feilen over og kjør kommandoen en gang til."
    }
}

# digest PATH…: one checksum of all files there, in any order, without what is fetched or built.
digest() {
    find "$@" \( -name node_modules -o -name dist \) -prune -o -type f -exec cksum {} + | LC_ALL=C sort | cksum
}

# is_done NAME DIGEST, remember NAME DIGEST: was the step done with just these inputs?
is_done() { [ "$(cat "$stamps/$1" 2>/dev/null)" = "$2" ]; }
remember() { printf '%s\n' "$2" >"$stamps/$1"; }
