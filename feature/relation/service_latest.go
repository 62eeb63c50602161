package relation

import (
	"context"
	"slices"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Take writes the latest judgements from other maps into this one: of the people
// who are named, of all if nobody is. Who judged it, when, and why goes along.
func (s *Service) Take(ctx context.Context, account kernel.ID, version int64, contacts []kernel.ID) (m Map, err error) {
	return m, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		offers, err := s.offers(identity.As(tx, reading), account)
		if err != nil {
			return err
		}
		var d Draft
		for _, o := range offers {
			if len(contacts) == 0 || slices.Contains(contacts, o.Contact) {
				d.Judgements = append(d.Judgements, o.saying())
			}
		}
		if err := s.save(tx, account, version, d, "relation.taken"); err != nil {
			return err
		}
		m, err = s.drawn(identity.As(tx, reading), account, kernel.ID{})
		return err
	})
}
