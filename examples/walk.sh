#!/bin/sh
# A walk through the HTTP API with the case files beside this script. It needs curl and a running service:
#
#     BASE=http://127.0.0.1:8080 TOKEN=cadre_... sh examples/walk.sh
#
# The token is an evaluator's; without one, that of the demonstration is taken (./cadre serve --demo).
# It says what it does, compares every answer with what examples/README.md promises, and ends with a status other than
# 0 at the first answer that is not as promised. It may be walked again: the same keys get the same answers.
set -eu

BASE=${BASE:-http://127.0.0.1:8080}
API=$BASE/api/v1
HERE=$(cd "$(dirname "$0")" && pwd)
if [ -z "${TOKEN:-}" ]; then
    . "$HERE/../data/demo.env"
    TOKEN=$EVALUATOR
fi
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
trap 'exit 1' HUP INT TERM

say() {
    printf '\n%s\n' "$*"
}

fail() {
    printf 'NOT AS PROMISED: %s\n' "$*" >&2
    if [ -s "$WORK/body" ]; then
        printf 'The answer was (%s):\n' "$STATUS" >&2
        head -c 2000 "$WORK/body" >&2
        printf '\n' >&2
    fi
    exit 1
}

# call METHOD PATH [curl arguments]: leaves the status in STATUS, the body and the headers in $WORK.
STATUS=
call() {
    method=$1
    path=$2
    shift 2
    printf '  %s %s\n' "$method" "$path"
    : > "$WORK/body"
    STATUS=$(curl -s -S -o "$WORK/body" -D "$WORK/head" -w '%{http_code}' -H "Authorization: Bearer $TOKEN" \
        -X "$method" "$@" "$API$path") \
        || fail "no answer from $API$path: is the service running?"
}

status() {
    [ "$STATUS" = "$1" ] || fail "expected status $1, got $STATUS"
}

contains() {
    grep -q -- "$1" "$WORK/body" || fail "expected to find: $1"
}

# field NAME: the first value of that name in the body.
field() {
    grep -o "\"$1\" *: *\"\{0,1\}[^\",}]*" "$WORK/body" | head -n 1 | sed 's/^[^:]*: *"\{0,1\}//'
}

# header NAME, in lower case
header() {
    tr -d '\r' < "$WORK/head" | awk -v name="$1:" 'tolower($1) == name { print $2 }'
}

promised() {
    [ "$(field "$1")" = "$2" ] || fail "expected $1 $2, got $(field "$1")"
}

# submit FILE KEY
submit() {
    call POST /evaluations -H 'Content-Type: application/json' -H "Idempotency-Key: $2" --data-binary "@$1"
}

say 'Who does not say who they are is told nothing.'
STRANGER=$(curl -s -o "$WORK/body" -w '%{http_code}' "$API/evaluations") || fail "no answer from $API: is the service running?"
[ "$STRANGER" = 401 ] || fail "expected status 401, got $STRANGER"

say 'Which criteria are there?'
call GET /editions
status 200
contains '2026'
call GET /editions/2026/criteria
status 200
contains 'E-03'

say 'A preview evaluates and stores nothing.'
call POST /evaluations/preview -H 'Content-Type: application/json' --data-binary "@$HERE/strong-county-head.json"
status 200
promised grade EXCELLENT

say 'Every example, evaluated and kept, gets the grade, total and status that README.md promises.'
sed -n 's/^| \[\([a-z-]*\.json\)\]([^)]*) | \([A-Z_]*\) | \([0-9.]*\) | \([A-Z]*\) |.*/\1 \2 \3 \4/p' "$HERE/README.md" > "$WORK/promises"
[ -s "$WORK/promises" ] || fail 'README.md promises nothing'
while read -r file grade total state; do
    submit "$HERE/$file" "walk-$file"
    status 201
    promised grade "$grade"
    promised total "$total"
    promised status "$state"
    printf '    %s: %s, %s points, %s\n' "$file" "$grade" "$total" "$state"
    header location > "$WORK/location-$file"
    [ -s "$WORK/location-$file" ] || fail 'a Location'
done < "$WORK/promises"

location=$(cat "$WORK/location-ecological-incident.json")
incident=${location#*/api/v1}
id=${incident##*/}

say 'What was kept can be read again.'
call GET "$incident"
status 200
promised id "$id"
promised grade COMPETENT

say 'It is explained in words, in English and in Chinese, as data and as a page.'
call GET "$incident/explanation" -H 'Accept: application/json' -H 'Accept-Language: en'
status 200
contains 'deducts 5 points'
call GET "$incident/explanation" -H 'Accept: application/json' -H 'Accept-Language: zh'
status 200
contains '扣5分'
call GET "$incident/explanation" -H 'Accept: text/html' -H 'Accept-Language: zh'
status 200
contains '扣5分'

say 'Who had an ecological incident deducted? Search by criterion.'
call GET '/evaluations?criterion=E-03'
status 200
contains "$id"
contains 'C-1005'
if grep -q 'C-1001' "$WORK/body"; then
    fail 'C-1001 had no ecological incident'
fi

say 'Replayed with the stored facts and the stored release, the outcome is identical.'
call POST "$incident/replay"
status 200
contains '"identical" *: *true'

say 'A retry with the same key gets the first answer; another case file under that key is refused.'
submit "$HERE/ecological-incident.json" walk-ecological-incident.json
status 201
promised id "$id"
submit "$HERE/waived-deduction.json" walk-ecological-incident.json
status 409

say 'A case file with mistakes is refused, all of them told at once, each with its place and its remedy.'
sed -e 's/"air-quality-days"/"air-qualty-days"/' -e 's/"severity": "SERIOUS"/"severity": "TERRIBLE"/' -e 's/"voters": 10,/"voters": 9,/' \
    "$HERE/ecological-incident.json" > "$WORK/mistaken.json"
submit "$WORK/mistaken.json" walk-mistaken
status 400
contains 'air-qualty-days'
contains 'TERRIBLE'
contains '/incidents/0/severity'
contains '/ballots/0/ballots'

say 'Everything was as promised.'
