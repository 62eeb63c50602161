package importing

import (
	"context"
	"time"

	"erba/platform/db"
)

// looksBack is how many published imports are gone through for their sources.
const looksBack = 500

// Quality judges the latest import of every source and kind that the viewer sees.
func (s *Service) Quality(ctx context.Context) ([]Quality, error) {
	var found []record
	err := s.db.Read(ctx, func(tx *db.Tx) (err error) {
		found, err = latest(tx, looksBack)
		return err
	})
	all, seen, now := []Quality{}, map[[2]string]bool{}, time.Now()
	for _, r := range found {
		one, key := view(r), [2]string{r.Source, r.Kind}
		if seen[key] || one.Check == nil || one.Check.Rows == 0 {
			continue
		}
		seen[key] = true
		q := quality(*one.Check, time.UnixMicro(r.Published), now)
		q.Source, q.Kind = r.Source, r.Kind
		all = append(all, q)
	}
	return all, err
}
