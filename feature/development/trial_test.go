package development

import (
	"encoding/json"
	"testing"

	stages "erba/analysis/development"
	"erba/feature/method"
)

// Who may try drafts of a method on accounts learns of their development no more than
// he may read.
func TestATrialTellsNobodyMoreThanTheSheet(t *testing.T) {
	each(t, func(g *ground) {
		g.sell(2, 5*wan)
		draft, err := json.Marshal(stages.Default())
		g.must(err)
		for may, want := range map[string]string{"O": "", "": "db.missing"} {
			g.Grant("other", "development:read", may)
			if _, err := method.New(g.Kit).Explain(g.As("other"), "M07", draft, g.ids[2]); (err == nil) != (want == "") || err != nil && key(err) != want {
				g.Errorf("with %q: %v", may, err)
			}
		}
	})
}
