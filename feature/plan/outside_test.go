package plan

import (
	"context"
	"testing"

	"erba/kernel"
)

// M94 (5, 6): every important account has its rivals named, every open deal is judged.
func TestM94RivalsAndDeals(t *testing.T) {
	each(t, func(g *ground) {
		p := g.begin()
		known, pending, loose, open := map[kernel.ID]bool{}, []kernel.ID(nil), 0, 0
		g.Competes(func(context.Context, []kernel.ID) (map[kernel.ID]bool, error) { return known, nil })
		g.Judges(func(context.Context) ([]kernel.ID, int, int, error) { return pending, loose, open, nil })
		states := func(sentence, rivals, deals string, blocking int) {
			g.Helper()
			now := g.progress(p)
			if r, d := now.Steps[stepRivals-1], now.Steps[stepDeals-1]; r.State != rivals || d.State != deals || d.Blocking != blocking {
				g.Errorf("%s: %+v, %+v", sentence, r, d)
			}
		}
		states("nothing is in sight", "open", "open", 0)
		known, open = map[kernel.ID]bool{g.ids[0]: true, g.ids[1]: false}, 3
		pending, loose = []kernel.ID{g.ids[0]}, 1
		states("one account and one deal without account", "open", "open", 2)
		b, err := g.Blockers(g.As("director"), p.ID, stepRivals, 10)
		must(g.Stage, err)
		if len(b.Rows) != 1 || b.Rows[0].Account != g.ids[1] {
			g.Errorf("%+v", b)
		}
		known[g.ids[1]], pending = true, nil
		states("the deal without account is left", "complete", "open", 1)
		loose = 0
		states("all is known", "complete", "complete", 0)
	})
}
