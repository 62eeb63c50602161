package relation

import (
	"context"
	"slices"

	"erba/analysis/null"
	rel "erba/analysis/relation"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// atOnce is of how many accounts people are looked at together.
const atOnce = 100

// Covered is how much of the influence at some accounts we are close to (method M60):
// of those whose maps the viewer may read, unknown where nobody has judged any.
func (s *Service) Covered(ctx context.Context, accounts []kernel.ID) (map[kernel.ID]null.Number, error) {
	covered := map[kernel.ID]null.Number{}
	return covered, s.db.Read(identity.Under(ctx, reading), func(tx *db.Tx) error {
		c, err := s.settings(tx)
		if err != nil {
			return err
		}
		for some := range slices.Chunk(accounts, atOnce) {
			rows, err := weights(tx, some)
			if err != nil {
				return err
			}
			for account, people := range weighed(rows) {
				covered[account] = c.cfg.Metrics(c.layers, people).Coverage
			}
		}
		return nil
	})
}

// weighed are the people of accounts as far as coverage looks at them; an account
// without any is among them.
func weighed(rows []weight) map[kernel.ID][]rel.Person {
	all := map[kernel.ID][]rel.Person{}
	for _, r := range rows {
		all[r.Account] = append(all[r.Account], rel.Person{Influence: number(r.Power), Closeness: number(r.Closeness)})
	}
	return all
}
