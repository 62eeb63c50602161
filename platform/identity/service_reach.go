package identity

import (
	"context"
	"time"

	"erba/kernel"
	"erba/platform/db"
)

// counted is how many rows a user saw a moment ago. It only chooses the shape
// of his row filter: both shapes let the same rows through.
type counted struct {
	counts
	until time.Time
}

// holds is how long a count is good enough.
const holds = 5 * time.Second

// stand finds out how a user stands to rows now.
func (s *Service) stand(tx *db.Tx, id kernel.ID) (standing, error) {
	how, err := stand(tx, id, kernel.Today())
	if err != nil {
		return how, err
	}
	old, ok := s.counts.Load(id)
	if ok && time.Now().Before(old.(counted).until) {
		how.counts = old.(counted).counts
		return how, nil
	}
	if how.counts, err = how.count(tx); err == nil {
		s.counts.Store(id, counted{how.counts, time.Now().Add(holds)})
	}
	return how, err
}

// Among are those of some rows that the viewer of ctx sees under a grant: the
// same predicate as his row filter.
func (s *Service) Among(ctx context.Context, grant string, rows []kernel.ID) (map[kernel.ID]bool, error) {
	v, _ := From(ctx)
	found := make(map[kernel.ID]bool, len(rows))
	v = v.For(grant)
	if v.SeesAll() {
		for _, row := range rows {
			found[row] = true
		}
		return found, nil
	}
	return found, s.db.Read(ctx, func(tx *db.Tx) error {
		seen, err := v.standing.among(tx, v.reach[grant], rows)
		for _, row := range seen {
			found[row] = true
		}
		return err
	})
}

// Over are the grants under which the viewer of ctx sees a row: what he may do
// to it. What is about no row he may do beside any.
func (s *Service) Over(ctx context.Context, row kernel.ID) (grants []string, err error) {
	v, _ := From(ctx)
	seen := map[Relation]bool{}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		for _, grant := range v.Grants() {
			r := v.reach[grant]
			if _, known := seen[r]; !known {
				found, err := v.standing.among(tx, r, []kernel.ID{row})
				if err != nil {
					return err
				}
				seen[r] = r&All != 0 || len(found) > 0
			}
			if seen[r] {
				grants = append(grants, grant)
			}
		}
		return nil
	})
	return grants, err
}
