package erba

import (
	"regexp"
	"strings"
	"testing"
)

var rewriting = regexp.MustCompile(`(?i)\b(UPDATE|DELETE\s+FROM|TRUNCATE|REPLACE\s+INTO|DROP\s+TABLE)\s+audit\b`)

// The audit only grows: its own package alone changes rows, to seal them, to
// cut what is old and to forget a person, each in one place.
func TestNobodyRewritesTheAudit(t *testing.T) {
	found := map[string]int{}
	for _, path := range paths(t, ".go", ".sql") {
		for _, m := range rewriting.FindAllStringSubmatch(read(t, path), -1) {
			verb := strings.ToUpper(strings.Fields(m[1])[0])
			if path != "platform/audit/store.go" && path != "platform/audit/schema/0002_chains.sql" {
				t.Errorf("%s: %s", path, m[0])
			}
			found[path+" "+verb]++
		}
	}
	want := map[string]int{
		"platform/audit/store.go UPDATE":             1 + 1, // the sealer, and Forget
		"platform/audit/store.go DELETE":             1,     // retention
		"platform/audit/schema/0002_chains.sql DROP": 1,     // the table of before
	}
	for place, n := range want {
		if found[place] != n {
			t.Errorf("%s: %d times, want %d", place, found[place], n)
		}
	}
}
