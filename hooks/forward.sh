#!/bin/sh
# Git took its hooks from another folder before Guard came, one that other repositories use too. This goes on to the hook of the same name there.
guard_before=
if [ -f "${0%/*}/../hooks-before" ]; then IFS= read -r guard_before <"${0%/*}/../hooks-before" || :; fi
guard_event=${0##*/}
guard_event=${guard_event%.guard-kept}
if [ -z "$guard_before" ]; then
  printf 'guard: The hooks folder in use before Guard is not on record, so %s cannot go on to it. Run: npx --no guard install\n' "$guard_event" >&2
  exit 3
fi
[ -x "$guard_before/$guard_event" ] || exit 0
exec "$guard_before/$guard_event" "$@"
