package visit

import (
	"context"

	"erba/kernel"
)

// Brief is the one page that somebody reads before he goes.
func (s *Service) Brief(ctx context.Context, id kernel.ID) (b Briefing, err error) {
	if b.Visit, err = s.Find(ctx, id); err != nil {
		return b, err
	}
	b.Account, b.AsOf = b.Visit.Account, b.Visit.Today
	b.People, b.History, b.Pending = []Met{}, []Past{}, []Owed{}
	return b, nil
}
