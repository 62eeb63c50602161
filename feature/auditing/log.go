package auditing

import (
	"maps"
	"slices"
)

// log is what is read under one grant: parts of what the audit keeps.
type log struct {
	name    string
	parts   []string
	objects []string // only those; nil is all
}

// The logs of the screen, and the two that belong to one office each.
var (
	changes  = log{"changes", []string{"change"}, nil}
	accesses = log{"access", []string{"access"}, nil}
	doors    = log{"security", []string{"security", "rights"}, nil}
	credit   = log{"credit", []string{"change"}, []string{"credit", "credit_limit", "credit_hold"}}
	cases    = log{"cases", []string{"change"}, []string{"complaint", "service_case"}}
)

// values is the grant of what a field was and is, beside knowing that it changed.
const values = "audit:values"

// open reports whether facts of a log are for all its readers: from where
// somebody came, and what he was refused, is what the security log is for.
func (l log) open() bool { return l.name == doors.name || l.name == accesses.name }

func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
