#!/bin/sh
# A walk from a changed rule file to criteria in force, without a restart, and back. It needs curl, zip or a JDK, and a
# demonstration that runs (./cadre serve --demo):
#
#     BASE=http://127.0.0.1:8080 sh examples/releases-walk.sh
#
# The tokens are those of data/demo.env, or of the file that DEMO names. It says what it does, checks every answer, and ends
# with a status other than 0 at the first that is not as promised. Each walk makes a version of its own and leaves the
# criteria in force that were in force before; it may be walked again.
set -eu

BASE=${BASE:-http://127.0.0.1:8080}
API=$BASE/api/v1
HERE=$(cd "$(dirname "$0")" && pwd)
. "${DEMO:-$HERE/../data/demo.env}"
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
trap 'exit 1' HUP INT TERM

WALK=$(date +%s)
EDITION=$WORK/2026

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

# call ROLE METHOD PATH [curl arguments]: leaves the status in STATUS, the body in $WORK.
STATUS=
call() {
    eval "token=\$$1"
    who=$1
    method=$2
    path=$3
    shift 3
    printf '  %s: %s %s\n' "$who" "$method" "$path"
    : > "$WORK/body"
    STATUS=$(curl -s -S -o "$WORK/body" -w '%{http_code}' -H "Authorization: Bearer $token" -X "$method" "$@" "$API$path") \
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

promised() {
    [ "$(field "$1")" = "$2" ] || fail "expected $1 $2, got $(field "$1")"
}

# upload: the edition as it is now.
upload() {
    rm -f "$WORK/2026.zip"
    if command -v zip > /dev/null; then
        (cd "$EDITION" && zip -q ../2026.zip ./*.yaml ./*.drl)
    else
        (cd "$EDITION" && "${JAVA_HOME:+$JAVA_HOME/bin/}jar" cMf ../2026.zip ./*.yaml ./*.drl)
    fi
    call POLICY_AUTHOR POST /releases -H 'Content-Type: application/zip' --data-binary "@$WORK/2026.zip"
}

# change FILE SCRIPT: edits a file of the edition, which must then be another one.
change() {
    sed "$2" "$EDITION/$1" > "$WORK/changed"
    if cmp -s "$WORK/changed" "$EDITION/$1"; then
        fail "there is nothing to change in $1 by $2"
    fi
    mv "$WORK/changed" "$EDITION/$1"
}

# evaluate CADRE: the same facts for somebody else; leaves the total in TOTAL and the address in EVALUATION.
evaluate() {
    sed "s/\"C-1003\"/\"$1\"/" "$HERE/ecological-incident.json" > "$WORK/case.json"
    call EVALUATOR POST /evaluations -H 'Content-Type: application/json' --data-binary "@$WORK/case.json"
    status 201
    TOTAL=$(field total)
    EVALUATION=/evaluations/$(field id)
    printf '    %s: %s points\n' "$1" "$TOTAL"
}

# loaded DIGEST: waits until the process that answers judges by this release.
loaded() {
    for _ in $(seq 120); do
        call POLICY_APPROVER GET /releases/loaded > /dev/null
        status 200
        if grep -q -- "\"self\":true,[^]]*$1" "$WORK/body"; then
            return 0
        fi
        sleep 1
    done
    fail "not loaded after two minutes: $1"
}

say 'Which release judges a year of a county head now, and what does it make of two ecological incidents?'
call POLICY_AUTHOR GET '/releases/2026.2'
status 200
promised status IN_FORCE
BEFORE=$(field digest)
evaluate "C-W$WALK-1"
FIRST=$EVALUATION
FIRST_TOTAL=$TOTAL
contains "$BEFORE"

say 'An author copies the edition and raises the deduction for an incident from 5 points to 6, from 1 July on.'
cp -r "$HERE/../rules/2026" "$EDITION"
VERSION=2026.$WALK
change edition.yaml "s/^version: .*/version: \"$VERSION\"/"
change parameters.yaml '/^ecological\.incident\.deduction:/,/values:/s/ } \]$/ }, { from: 2026-07-01, value: 6, reference: practice } ]/'

say 'The cases of the edition still expect 5 points: the upload is refused, every case is told with its place, nothing is kept.'
upload
status 422
contains '"code":"cases.dimension","file":"ecological.cases.yaml","line":'
contains 'should come to 55, but comes to 54.00'
awk '{ gsub(/"code":/, "\n&"); print }' "$WORK/body" | sed -n 's/.*"file":"\([^"]*\)","line":\([0-9]*\),.*should come to \([0-9.]*\), but comes to \([0-9.]*\)\.".*/\1 \2 \3 \4/p' > "$WORK/cases"
call POLICY_AUTHOR GET "/releases/$VERSION"
status 404

say 'The author writes what is right into the cases, each in the place that was told, and makes a typing error in a rule.'
while read -r file line expected right; do
    change "$file" "${line}s/ecological: $expected /ecological: $right /"
    printf '    %s, line %s: %s instead of %s\n' "$file" "$line" "$right" "$expected"
done < "$WORK/cases"
change ecological.drl 's/ecological\.incident\.deduction/ecological.incident.deducton/'
upload
status 422
contains '"file":"ecological.drl","line":'
contains 'ecological.incident.deducton'
contains '"remedy":"'

say 'Sound at last, the edition is kept as a draft, with what the check found; it judges nobody yet.'
change ecological.drl 's/ecological\.incident\.deducton/ecological.incident.deduction/'
upload
status 201
promised status DRAFT
promised version "$VERSION"
contains '"casesHolding"'
AFTER=$(field digest)
[ "$AFTER" != "$BEFORE" ] || fail 'another digest for other sources'

say 'What changed, in policy words.'
call POLICY_APPROVER GET "/releases/$BEFORE/diff/$AFTER"
status 200
contains 'ecological.incident.deduction'
contains '"zh"'

say 'The author submits it. Nobody approves what nobody has looked at: a report of its impact is asked for.'
call POLICY_AUTHOR POST "/releases/$AFTER/submit"
status 200
promised status SUBMITTED
call POLICY_APPROVER POST "/releases/$AFTER/approve"
status 409
contains 'impact-missing'

say 'Whom would it affect among those who were evaluated?'
call POLICY_APPROVER POST /impacts -H 'Content-Type: application/json' -d "{\"candidate\": \"$AFTER\", \"edition\": \"2026\"}"
status 202
IMPACT=/impacts/$(field id)
for _ in $(seq 120); do
    call POLICY_APPROVER GET "$IMPACT" > /dev/null
    status 200
    case $(field status) in
        WAITING | RUNNING) sleep 1 ;;
        *) break ;;
    esac
done
promised status DONE
REPORT=$(field report)
call POLICY_APPROVER GET "$IMPACT/report" -H 'Accept: text/plain' -H 'Accept-Language: en'
status 200
contains 'E-03'
sed 's/^/    /' "$WORK/body"

say 'The author cannot approve it; an approver can, who names the report.'
call POLICY_AUTHOR POST "/releases/$AFTER/approve?impact=$REPORT"
status 403
call POLICY_APPROVER POST "/releases/$AFTER/approve?impact=$REPORT"
status 200
promised status APPROVED
contains "$REPORT"

say 'The author cannot put it into force either; the approver does, and the service goes on meanwhile.'
call POLICY_AUTHOR POST "/releases/$AFTER/schedule"
status 403
call POLICY_APPROVER POST "/releases/$AFTER/schedule"
status 200
promised status IN_FORCE
call POLICY_APPROVER GET "/releases/$BEFORE"
promised status RETIRED
loaded "$AFTER"

say 'The same facts for somebody else are judged by the new release, and cost more.'
evaluate "C-W$WALK-2"
SECOND=$EVALUATION
contains "$AFTER"
contains "$VERSION"
awk "BEGIN { exit !($TOTAL < $FIRST_TOTAL) }" || fail "less than $FIRST_TOTAL points"
SECOND_TOTAL=$TOTAL

say 'Who was judged before keeps release and total; the answer says that there are newer criteria.'
call EVALUATOR GET "$FIRST"
status 200
promised total "$FIRST_TOTAL"
contains "\"newerCriteria\":{[^}]*$AFTER"
contains "$BEFORE"
call EVALUATOR POST "$FIRST/replay"
status 200
contains '"identical" *: *true'

say 'The approver rolls back, and says why.'
call POLICY_APPROVER POST "/releases/$BEFORE/roll-back"
status 400
call POLICY_APPROVER POST "/releases/$BEFORE/roll-back?reason=the+walk+is+over"
status 200
promised status IN_FORCE
call POLICY_APPROVER GET "/releases/$AFTER"
promised status RETIRED
loaded "$BEFORE"

say 'The earlier release judges again; what was judged meanwhile stays as it is and is replayed by the release that judged it.'
evaluate "C-W$WALK-3"
contains "$BEFORE"
[ "$TOTAL" = "$FIRST_TOTAL" ] || fail "expected $FIRST_TOTAL points"
call EVALUATOR GET "$SECOND"
status 200
promised total "$SECOND_TOTAL"
contains "\"newerCriteria\":{[^}]*$BEFORE"
call EVALUATOR POST "$SECOND/replay"
status 200
contains '"identical" *: *true'
call EVALUATOR GET "$FIRST"
if grep -q newerCriteria "$WORK/body"; then
    fail 'no newer criteria than those in force'
fi

say 'Every step that was taken, by whom and when, is kept with its signature.'
call AUDITOR GET "/releases/$AFTER"
status 200
for action in UPLOAD SUBMIT APPROVE ENFORCE; do
    contains "\"action\":\"$action\""
done
contains '"signature":"'

say "Release $VERSION was in force for a while, and nothing was restarted: everything was as promised."
