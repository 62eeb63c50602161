package risk

import (
	"errors"
	"testing"

	"erba/analysis/risk"
	"erba/kernel"
)

// Who may try drafts of a method on accounts learns of risks no more than he may read.
func TestATrialTellsNobodyMoreThanTheRegister(t *testing.T) {
	each(t, func(g *ground) {
		for may, want := range map[string]string{"O": "", "": "db.missing"} {
			g.Grant("other", "risk:read", may)
			_, err := g.explained(g.As("other"), risk.Default(), g.ids[2])
			if f, _ := errors.AsType[*kernel.Fault](err); (err == nil) != (want == "") || f != nil && f.Key != want {
				g.Errorf("with %q: %v", may, err)
			}
		}
	})
}
