package plan

import (
	"cmp"
	"context"
	"slices"

	"erba/analysis/routine"
	"erba/kernel"
	"erba/platform/db"
)

const (
	quarter     = 13 // weeks
	mostMissing = 50 // customers that are listed
)

// Contacts is how many of the important customers in sight were contacted in this
// week and in the quarter before it.
func (s *Service) Contacts(ctx context.Context) (c Contacts, err error) {
	monday := routine.Monday(s.today())
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err := s.courted(tx)
		if err != nil {
			return err
		}
		var touched map[kernel.ID]bool
		for i := range quarter {
			from := monday.Add(7 * (i + 1 - quarter))
			if touched, err = s.interactions.Touched(tx, from, from.Add(6)); err != nil {
				return err
			}
			c.Weeks = append(c.Weeks, weekOf(from, all, touched))
		}
		c.Week, c.Until = c.Weeks[quarter-1], monday.Add(6)
		c.Missing, err = s.missing(tx, all, touched)
		return err
	})
	return c, err
}

// courted are the important accounts in sight, with who answers for them.
func (s *Service) courted(tx *db.Tx) ([]Missing, error) {
	ids, err := s.important(tx)
	if err != nil {
		return nil, err
	}
	return owned(tx, ids)
}

// missing are those whom nobody has contacted, without contact for longest first.
func (s *Service) missing(tx *db.Tx, all []Missing, touched map[kernel.ID]bool) ([]Missing, error) {
	left := slices.DeleteFunc(slices.Clone(all), func(m Missing) bool { return touched[m.ID] })
	ids := make([]kernel.ID, len(left))
	for i, m := range left {
		ids[i] = m.ID
	}
	if len(ids) == 0 {
		return []Missing{}, nil
	}
	last, err := s.interactions.Latest(tx, ids...)
	for i := range left {
		left[i].Last = last[left[i].ID]
	}
	slices.SortStableFunc(left, func(a, b Missing) int { return cmp.Or(a.Last.Compare(b.Last), cmp.Compare(a.Code, b.Code)) })
	return left[:min(len(left), mostMissing)], err
}

// ContactWeeks are the weeks from a Monday on, by who answers for the important
// accounts today: a review looks at them.
func (s *Service) ContactWeeks(tx *db.Tx, monday kernel.Date, n int) (map[kernel.ID][]Week, error) {
	all, err := s.courted(tx)
	if err != nil {
		return nil, err
	}
	of := map[kernel.ID][]Missing{}
	for _, m := range all {
		of[m.Owner] = append(of[m.Owner], m)
	}
	found := make(map[kernel.ID][]Week, len(of))
	for i := range n {
		from := monday.Add(7 * i)
		touched, err := s.interactions.Touched(tx, from, from.Add(6))
		if err != nil {
			return nil, err
		}
		for owner, accounts := range of {
			found[owner] = append(found[owner], weekOf(from, accounts, touched))
		}
	}
	return found, nil
}
