package account

import (
	"context"
	"time"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// overlap is how long a transaction may have taken that wrote an account: what has
// changed since is read once more.
const overlap = time.Minute

// Known looks a company up among all accounts, in sight of its caller or not: what
// it finds is for the program alone.
func (s *Service) Known(ctx context.Context, companies ...Company) ([]Known, error) {
	s.looking.Lock()
	defer s.looking.Unlock()
	if err := s.refresh(ctx); err != nil {
		return nil, err
	}
	found := make([]Known, len(companies))
	for i, c := range companies {
		found[i] = c.trait().among(s.known.all)
	}
	return found, nil
}

// refresh reads what has changed since companies were last compared.
func (s *Service) refresh(ctx context.Context) error {
	since, last := max(0, s.known.since-overlap.Microseconds()), s.known.since
	err := s.db.Read(db.WithViewer(ctx, identity.System()), func(tx *db.Tx) error {
		return eachKnown(tx, since, func(id kernel.ID, c Company, gone bool, at int64) {
			t := c.trait()
			t.id, t.gone = id, gone
			s.known.take(t)
			last = max(last, at)
		})
	})
	s.known.since = last
	return err
}
